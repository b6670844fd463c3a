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

/** Text that can't move the cursor or change colours, wherever it comes from. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd');
}

/** Text behind a label, its further lines below its first word. */
export function hang(label: string, text: string, width: number): readonly string[] {
  return wrap(text, Math.max(width - label.length, MIN_WIDTH)).map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line);
}

/** Narrower than this, lines are easier to read broken by the terminal. */
const MIN_WIDTH = 30;
