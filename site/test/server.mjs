import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const DIST = new URL('../dist/', import.meta.url).pathname;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** The file that a path of the site is served from, as static hosts do it: without an extension it is a page. */
export function fileOf(path) {
  const asked = join(DIST, normalize(decodeURI(path)));
  return [asked, `${asked}.html`, join(asked, 'index.html')].find((file) => extname(file) !== '' && existsSync(file));
}

/** Serves the built site; answers the server and the address of its root. */
export async function serve() {
  const server = createServer(({ url }, response) => {
    const file = fileOf(new URL(url, 'http://site').pathname);
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(file ?? '')] ?? 'application/octet-stream' });
    response.end(file ? readFileSync(file) : '');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { server, root: `http://127.0.0.1:${server.address().port}` };
}
