// @ts-check
'use strict';

/** The middle value. */
function median(/** @type {number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The work of one case by that of another, round by round: what slows a round down cancels out. */
function ratios(/** @type {number[]} */ subject, /** @type {number[]} */ baseline) {
  return subject.map((work, round) => work / baseline[round]);
}

/** Cost of one more service between the middle size and the largest, and between the smallest and the middle, round by round. */
function slopes(/** @type {number[]} */ sizes, /** @type {number[][]} */ works) {
  const [small, middle, large] = sizes;
  return works[0].map((work, round) => ({
    few: (works[1][round] - work) / (middle - small),
    many: (works[2][round] - works[1][round]) / (large - middle),
  }));
}

module.exports = { median, ratios, slopes };
