import type { Terminal } from '../terminal';

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/** Where a deployment is shown: in place on a terminal, else line by line. */
export interface Screen {
  /** What stands there until it is shown anew; lines that are said for good come above. */
  show(state: readonly string[], said: readonly string[]): void;
  /** Leaves the terminal as it was found. */
  close(): void;
}

export function screenFor(terminal: Terminal): Screen {
  return terminal.interactive ? inPlace(terminal) : lineByLine(terminal);
}

function inPlace(terminal: Terminal): Screen {
  let height = 0;
  terminal.out(HIDE_CURSOR);
  return {
    show(state, said) {
      // A line that wraps would be two to go up.
      const lines = state.map((line) => line.slice(0, Math.max(1, terminal.width - 1)));
      const up = height > 0 ? `\u001b[${height}A\r\u001b[J` : '';
      terminal.out(up + [...said, ...lines].map((line) => `${line}\n`).join(''));
      height = lines.length;
    },
    close() {
      terminal.out(SHOW_CURSOR);
    },
  };
}

function lineByLine(terminal: Terminal): Screen {
  let shown: string | undefined;
  return {
    // The first line is the time, which always changes.
    show([head = '', ...state], said) {
      for (const line of said) terminal.out(`${line}\n`);
      const now = state.join('; ');
      if (now !== shown) terminal.out(`${head}: ${now}\n`);
      shown = now;
    },
    close() { /* nothing to restore */ },
  };
}
