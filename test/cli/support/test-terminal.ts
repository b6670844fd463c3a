import type { Terminal } from '../../../src/cli/terminal';

/** A terminal that remembers what was written to it. */
export interface TestTerminal extends Terminal {
  readonly written: () => string;
  readonly complaints: () => string;
  readonly interrupt: () => void;
}

/** A terminal that is not interactive, 100 columns wide and 40 lines high, with the arguments. */
export function testTerminal(said: Partial<Terminal> = {}): TestTerminal {
  const out: string[] = [];
  const err: string[] = [];
  const controller = new AbortController();
  return {
    args: [],
    cwd: process.cwd(),
    env: {},
    width: 100,
    height: 40,
    interactive: false,
    interactiveErr: false,
    signal: controller.signal,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    ...said,
    written: () => out.join(''),
    complaints: () => err.join(''),
    interrupt: () => controller.abort(),
  };
}
