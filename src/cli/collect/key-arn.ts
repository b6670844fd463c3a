/**
 * The ARN of a key of KMS; `undefined` for an alias: nothing shows which key it leads to.
 *
 * @param beside ARN of something in the account and region of the key
 * @param key ARN, id or alias
 */
export function keyArn(beside: string, key = ''): string | undefined {
  if (/^arn:[^:]+:kms:[^:]*:[^:]*:key\//.test(key)) return key;
  const [, partition, , region, account] = beside.split(':');
  return /^(?:mrk-)?[0-9a-f-]{32,36}$/.test(key) ? `arn:${partition}:kms:${region}:${account}:key/${key}` : undefined;
}
