import { redact } from '../../text/redaction/redact';

/** Lines that are shown, and the characters of each. */
const LINES = 20;
const CHARACTERS = 300;
/** Characters of an event that are read. */
const MOST_OF_EVENT = 16_000;

// eslint-disable-next-line no-control-regex -- colours and other orders to a terminal begin with this character
const ORDERS = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

/** The last lines of log events, the oldest first. Credentials are removed before anything is cut, as a part of one has no known form. */
export function tailOf(events: readonly string[]): readonly string[] {
  const text = events.map(whole).join('\n').replaceAll(ORDERS, '').replaceAll(/\r\n?/g, '\n');
  const lines = redact(text).split('\n').map((line) => line.trimEnd()).filter((line) => line !== '');
  return lines.slice(-LINES).map((line) => {
    const clean = line.replaceAll('\t', '  ').replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
    return clean.length > CHARACTERS ? `${clean.slice(0, CHARACTERS)} …` : clean;
  });
}

/** An event, without the line in which it has to be cut. */
function whole(event: string): string {
  if (event.length <= MOST_OF_EVENT) return event;
  const cut = event.slice(0, MOST_OF_EVENT);
  const end = cut.lastIndexOf('\n');
  return end === -1 ? cut : cut.slice(0, end);
}
