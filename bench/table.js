// @ts-check
'use strict';

/** A table in plain text: the first column to the left, words too, numbers to the right. */
function table(/** @type {string[]} */ header, /** @type {string[][]} */ rows) {
  const lines = [header, ...rows];
  const widths = header.map((_title, column) => Math.max(...lines.map((line) => line[column].length)));
  const last = header.length - 1;
  const aligned = (/** @type {string} */ cell, /** @type {number} */ column) => (
    column === 0 || (column === last && header[last] === '') ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  const text = lines.map((line) => line.map(aligned).join('  ').trimEnd());
  return [text[0], '-'.repeat(Math.max(...text.map(({ length }) => length))), ...text.slice(1)].join('\n');
}

module.exports = { table };
