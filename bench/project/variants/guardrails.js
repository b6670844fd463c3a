// @ts-check
'use strict';

/** With this library: roles, log group and security group of its own for every service. */

const { scalableWebService } = require('./guardrails-service');

/** @type {import('.').Variant['servicesOf']} */
const servicesOf = (platform) => (wish) => scalableWebService(platform, wish);

module.exports = { servicesOf };
