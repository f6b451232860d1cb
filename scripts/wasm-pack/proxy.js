// Stands between Chrome and the server of wasm-bindgen's test runner. That server has a race in its pool of threads
// (tiny_http 0.12): when Chrome opens more than four connections at once, one may get no thread until another is closed,
// and Chrome keeps them open for five minutes. So here each request gets a connection of its own, closed when it is answered.
//
// Nothing is passed on to other machines: what Chrome asks for by itself ends here.

import { createServer, request as send } from "node:http";

/**
 * Starts it.
 * @returns {Promise<{address: string, close: () => void}>} What Chrome's --proxy-server takes, and how to end it.
 */
export async function startProxy() {
  const server = createServer(forward);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `127.0.0.1:${port}`, close: () => { server.close(); server.closeAllConnections(); } };
}

/**
 * Passes a request on, and its answer back.
 * @param {import("node:http").IncomingMessage} request The request, with a whole address.
 * @param {import("node:http").ServerResponse} response Where the answer goes.
 */
function forward(request, response) {
  const { hostname, href } = new URL(request.url ?? "", "http://unknown.invalid");
  if (hostname !== "127.0.0.1") {
    response.writeHead(502).end();
    return;
  }
  // Without an agent, the connection is not used again.
  const headers = { ...request.headers, connection: "close" };
  const passedOn = send(href, { agent: false, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passedOn.on("error", () => response.destroy());
  request.pipe(passedOn);
}
