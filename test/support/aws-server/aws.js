// @ts-check
'use strict';

const { ECS } = require('./actions/ecs');
const { CLOUDWATCH, DISCOVERY, LOAD_BALANCING, LOGS, SCALING } = require('./actions/others');
const { AwsError } = require('./aws-error');
const { parseRequest } = require('./protocols');

/** @type {Record<string, Record<string, (account: import('./account').Account, input: any) => object>>} */
const ACTIONS = {
  'ecs': ECS, 'application-autoscaling': SCALING, 'cloudwatch': CLOUDWATCH, 'logs': LOGS, 'servicediscovery': DISCOVERY, 'elasticloadbalancing': LOAD_BALANCING,
};

/**
 * Answers of AWS.
 *
 * @param {import('./account').Account} account
 * @param {{ headers: Record<string, string | string[] | undefined>, body: string }} request
 * @param {(request: import('./protocols').ParsedRequest) => import('./protocols').Answer | undefined} [instead] an answer in place of the account's
 */
function answer(account, { headers, body }, instead) {
  const request = parseRequest(headers, body);
  try {
    const other = instead?.(request);
    if (other) return other;
    const action = ACTIONS[request.service]?.[request.action];
    if (!action) throw new AwsError('UnknownOperationException', `no ${request.service}:${request.action} here`);
    return request.answer(action(account, request.input));
  } catch (error) {
    if (error instanceof AwsError) return request.refuse(error);
    throw error;
  }
}

module.exports = { answer };
