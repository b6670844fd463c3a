// @ts-check
'use strict';

/** Services by what their JSON protocol puts before the dot of `X-Amz-Target`. */
const TARGETS = {
  AmazonEC2ContainerServiceV20141113: 'ecs',
  AnyScaleFrontendService: 'application-autoscaling',
  Logs_20140328: 'logs',
  Route53AutoNaming_v20170314: 'servicediscovery',
  GraniteServiceVersion20100801: 'cloudwatch',
};

/** Services by the version that their query protocol asks for. */
const VERSIONS = { '2015-12-01': 'elasticloadbalancing' };

/**
 * @typedef {{ service: string, action: string, input: any, answer: (output: object) => Answer, refuse: (error: import('./aws-error').AwsError) => Answer }} ParsedRequest
 * @typedef {{ status: number, headers: Record<string, string>, body: string }} Answer
 */

/** @param {Record<string, string | string[] | undefined>} headers @param {string} body @returns {ParsedRequest} */
function parseRequest(headers, body) {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix, action] = target.split('.');
    return { service: TARGETS[/** @type {keyof TARGETS} */ (prefix)], action, input: JSON.parse(body || '{}'), answer: json, refuse: jsonError };
  }
  const query = new URLSearchParams(body);
  const action = query.get('Action') ?? '';
  const service = VERSIONS[/** @type {keyof VERSIONS} */ (query.get('Version'))] ?? 'unknown';
  return { service, action, input: fromQuery(query), answer: (output) => xml(action, output), refuse: xmlError };
}

/** `Name.member.1=a` makes `{ Name: ['a'] }`. @param {URLSearchParams} query */
function fromQuery(query) {
  /** @type {Record<string, any>} */
  const input = {};
  for (const [name, value] of query) {
    const [member, list] = name.split('.');
    if (list === 'member') (input[member] ??= []).push(value);
    else input[name] = value;
  }
  return input;
}

/** @param {object} output @returns {Answer} */
function json(output) {
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(output) };
}

/** @param {import('./aws-error').AwsError} error @returns {Answer} */
function jsonError({ code, message, status }) {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify({ __type: code, message }) };
}

/** @param {string} action @param {object} output @returns {Answer} */
function xml(action, output) {
  const result = `<${action}Result>${element(output)}</${action}Result><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: `<${action}Response xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/">${result}</${action}Response>` };
}

/** @param {import('./aws-error').AwsError} error @returns {Answer} */
function xmlError({ code, message, status }) {
  const error = element({ Type: 'Sender', Code: code, Message: message });
  return { status, headers: { 'content-type': 'text/xml' }, body: `<ErrorResponse><Error>${error}</Error><RequestId>0</RequestId></ErrorResponse>` };
}

/** @param {any} value @returns {string} */
function element(value) {
  if (Array.isArray(value)) return value.map((item) => `<member>${element(item)}</member>`).join('');
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).filter(([, item]) => item !== undefined).map(([name, item]) => `<${name}>${element(item)}</${name}>`).join('');
  }
  return String(value).replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

module.exports = { parseRequest };
