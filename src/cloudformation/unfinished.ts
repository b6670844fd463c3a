import { Unknown } from '../facts/fact';

const FILLED_IN = new Unknown('another tool fills the text in');

/** Returns why a text is not the one that is deployed: one with `{{ … }}` that is no dynamic reference is for another tool to fill in. */
export function unfinished(text: string): Unknown | undefined {
  return text.includes('{{') && /\{\{(?!resolve:)/.test(text) ? FILLED_IN : undefined;
}
