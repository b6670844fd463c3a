// @ts-check
'use strict';

const { AwsError } = require('./aws-error');

/**
 * One page of a list, and the token of the next.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {{ size?: number | string, usual: number, token?: string }} options
 * @returns {{ page: T[], next: string | undefined }}
 */
function pageOf(items, { size, usual, token }) {
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString().replace(/^from /, ''));
  if (Number.isNaN(start)) throw new AwsError('InvalidParameterException', 'the token is not one of ours');
  const end = start + Number(size ?? usual);
  return { page: items.slice(start, end), next: end < items.length ? Buffer.from(`from ${end}`).toString('base64') : undefined };
}

/** @param {readonly unknown[] | undefined} ids @param {number} most @param {string} what */
function atMost(ids, most, what) {
  if (ids === undefined || ids.length === 0) throw new AwsError('InvalidParameterException', `${what} must not be empty`);
  if (ids.length > most) throw new AwsError('InvalidParameterException', `${what} can have at most ${most} items`);
}

module.exports = { atMost, pageOf };
