import type { Block } from './follower';
import type { Terminal } from '../../terminal';

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/** Output of deployments: in place on a terminal, else line by line. */
export interface Screen {
  /** Replaces the current state; permanent lines are printed above it. */
  show(blocks: readonly Block[], said: readonly string[]): void;
  /** Leaves the terminal as it was found. */
  close(): void;
}

/** One service has a block of lines, several have a line each. */
export function screenFor(terminal: Terminal, services: number): Screen {
  if (!terminal.interactive) return lineByLine(terminal);
  return inPlace(terminal, services === 1 ? allLines : lineEach);
}

/** As many lines as fit into a window, with a word on what does not. */
type Lines = (blocks: readonly Block[], room: number) => readonly string[];

function inPlace(terminal: Terminal, linesOf: Lines): Screen {
  let height = 0;
  terminal.out(HIDE_CURSOR);
  return {
    show(blocks, said) {
      // A line that wraps would be two to go up.
      const room = Math.max(1, terminal.height - 1); // The cursor stands below them.
      const lines = linesOf(blocks, room).map((line) => line.slice(0, Math.max(1, terminal.width - 1)));
      const up = height > 0 ? `\u001b[${Math.min(height, room)}A\r\u001b[J` : '';
      terminal.out(up + [...said, ...lines].map((line) => `${line}\n`).join(''));
      height = lines.length;
    },
    close() {
      terminal.out(SHOW_CURSOR);
    },
  };
}

const allLines: Lines = (blocks, room) => fitting(blocks.flatMap(({ head, state }) => [head, ...state]), room, 'lines');

const lineEach: Lines = (blocks, room) => {
  // In the order in which they were named, as long as none is left out.
  const shown = blocks.length <= room ? blocks : [...blocks].sort(byUrgency);
  return fitting(shown.map(inOneLine), room, 'services');
};

/** Orders failing deployments first, then by their last change. */
function byUrgency(one: Block, other: Block): number {
  return Number(other.isFailing) - Number(one.isFailing) || Number(other.changedAt) - Number(one.changedAt);
}

function fitting(lines: readonly string[], room: number, what: string): readonly string[] {
  if (lines.length <= room) return lines;
  return [...lines.slice(0, room - 1), `… and ${lines.length - room + 1} more ${what}`];
}

function lineByLine(terminal: Terminal): Screen {
  const shown = new Map<string, string>();
  return {
    show(blocks, said) {
      for (const line of said) terminal.out(`${line}\n`);
      for (const block of blocks) {
        // Without the time, which always changes.
        const now = block.state.join('; ');
        if (now !== shown.get(block.name)) terminal.out(`${inOneLine(block)}\n`);
        shown.set(block.name, now);
      }
    },
    close() { /* nothing to restore */ },
  };
}

function inOneLine({ head, state }: Block): string {
  return `${head}: ${state.join('; ')}`;
}
