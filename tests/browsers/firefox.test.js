// The built page in Firefox: `npm test -- browsers` installs it.

import { smoke } from "./smoke.js";

smoke("firefox");
