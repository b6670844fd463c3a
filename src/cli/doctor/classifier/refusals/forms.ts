import type { Refusal } from './refusal';

/** Words for a property and its values, which stand in no quotes of a user. */
const WORDS = "[\\w .,'()/-]+?";

/** Refusals by the form of their sentence, for what is known by no other word. */
export const FORMS: readonly Refusal[] = [
  { when: /Value '[^']*' at '([\w.]+)' failed to satisfy constraint: (?:Member must satisfy enum value set: )\[([\w, -]+)\]/, fix: ([property, values]) => `set ${property} to one of ${values}` },
  { when: /at '([\w.]+)' failed to satisfy constraint/, fix: ([property]) => `correct ${property}: AWS names the constraint of its value` },
  { when: new RegExp(`(?:^|[.:"] ?)(${WORDS}) (?:is|are) only (?:supported|valid|allowed) (?:for|with|by|on|when using) (${WORDS})(?:\\.|"|$| \\()`, 'i'), fix: ([what, where]) => `remove ${what}, or use ${where}` },
  { when: new RegExp(`(?:^|[.:"] ?)(${WORDS}) (?:is|are) not (?:supported|valid|allowed) (?:for|with|by|on|when using) (${WORDS})(?:\\.|"|$| \\()`, 'i'), fix: ([what, where]) => `remove ${what}, or use something else than ${where}` },
  { when: /(?:can ?not|must not|should not|may not)(?: both)? be (?:blank|null|empty)/i, fix: 'set what AWS names: a variable or reference for it was empty' },
  { when: /(?:has|have) (?:already )?been deleted|(?:was|were|is) (?:already )?deleted|no longer exists?/i, fix: 'create again what AWS names, which was deleted outside of the stack, or remove it from the stack' },
];
