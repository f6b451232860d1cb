// What is loaded together when somebody shares a run. In one piece, lest the bundler part what the page starts with.

export { drawPicture } from "./ladder/picture.js";
export { createShare } from "./share/share.js";
