/** Breaks text into lines of a width, at spaces; a word that is longer than a line stays whole, so that links can be clicked. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n').map(printable)) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Text without control characters and without those that change the direction of writing: it can't disguise itself. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Lines that a CI system does not take for commands, as GitHub Actions does with `::` at the start and `##[` anywhere. */
export function inert(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}

/** Text behind a label, its further lines below its first word. */
export function hang(label: string, text: string, width: number): readonly string[] {
  return wrap(text, Math.max(width - label.length, MIN_WIDTH)).map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line);
}

/** Narrower than this, lines are easier to read broken by the terminal. */
const MIN_WIDTH = 30;
