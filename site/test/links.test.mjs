import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileOf } from './server.mjs';

const DIST = new URL('../dist/', import.meta.url).pathname;
const pages = readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith('.html') && file !== '404.html');
const ids = new Map();

function idsOf(file) {
  if (!ids.has(file)) ids.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
  return ids.get(file);
}

test('no link of the site is dead', () => {
  assert.ok(pages.length > 50);
  const dead = pages.flatMap((page) => {
    const links = [...readFileSync(`${DIST}${page}`, 'utf8').matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, link]) => link.replaceAll('&amp;', '&'));
    return [...new Set(links)].filter((link) => !/^[a-z]+:/.test(link)).filter((link) => {
      const { pathname, hash } = new URL(link, `http://site/${page}`);
      const file = fileOf(pathname);
      return !file || (hash !== '' && !idsOf(file).has(decodeURIComponent(hash.slice(1))));
    }).map((link) => `${page}: ${link}`);
  });
  assert.deepEqual(dead, []);
});
