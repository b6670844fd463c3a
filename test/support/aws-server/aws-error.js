// @ts-check
'use strict';

/** An error as AWS answers it. */
class AwsError extends Error {
  /** @param {string} code @param {string} message @param {number} [status] */
  constructor(code, message, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

module.exports = { AwsError };
