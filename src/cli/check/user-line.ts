import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shownPath } from '../files';

/** The innermost frame in the user's own code, if it is in the working directory: elsewhere, the user could not open it. */
export function userLine(trace: readonly unknown[], cwd: string): { readonly file: string; readonly line: number } | undefined {
  for (const frame of trace) {
    const match = typeof frame === 'string' ? FRAME.exec(frame) : null;
    if (!match || FOREIGN.test(match[1])) continue;
    const file = shownPath(match[1].startsWith('file:') ? fileURLToPath(match[1]) : resolve(cwd, match[1]), cwd);
    return file.startsWith('../') ? undefined : { file, line: Number(match[2]) };
  }
  return undefined;
}

// `at Shop.web (/app/lib/shop.ts:11:10)`, `/app/lib/shop.ts:11:10`
const FRAME = /(?:^|[\s(])((?:file:\/\/|[A-Za-z]:\\|\/)?[^\s():]+):(\d+):\d+\)?$/;
const FOREIGN = /node_modules|^node:|^internal\//;
