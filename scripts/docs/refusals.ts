import { blocksOf, pageText } from './blocks';
import { run } from './run';

/** A page with the message of each refused block below that block, in the next block of text. */
export function withRefusals(page: string): string {
  let text = pageText(page);
  for (const block of blocksOf(page).filter(({ marks }) => marks.includes('refused'))) {
    const [before, shown] = [text.indexOf(block.code) + block.code.length, /```text\n[^]*?```/g];
    shown.lastIndex = before;
    const { 0: old, index } = shown.exec(text) ?? missing(block.place);
    text = `${text.slice(0, index)}\`\`\`text\n${messageOf(block)}\n\`\`\`${text.slice(index + old.length)}`;
  }
  return text;
}

function messageOf(block: Parameters<typeof run>[0]): string {
  try {
    run(block).synth();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${block.place}: nothing is refused`);
}

function missing(place: string): never {
  throw new Error(`${place}: a refused block needs a block of text behind it`);
}
