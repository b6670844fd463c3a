import { Unknown } from '../facts/fact';

const FILLED_IN = new Unknown('another tool fills the text in');
const LOOKED_UP = new Unknown('the value of a parameter is yet to be looked up');
/** The value of a parameter in the templates of a CDK app until the command line has looked it up. */
const PLACEHOLDER = 'dummy-value-for-';

/** Returns why a text is not the one that is deployed: one with `{{ … }}` that is no dynamic reference is for another tool to fill in. */
export function unfinished(text: string): Unknown | undefined {
  if (text.includes('{{') && /\{\{(?!resolve:)/.test(text)) return FILLED_IN;
  return text.includes(PLACEHOLDER) ? LOOKED_UP : undefined;
}
