// The built page in WebKit: `npm test -- browsers` installs it.

import { smoke } from "./smoke.js";

smoke("webkit");
