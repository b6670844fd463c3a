import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';

withoutMachine();

const CONFIG = `
[profile shop]
region = eu-central-1
aws_access_key_id = SHOPKEY
aws_secret_access_key = secret

[profile signed-out]
region = eu-central-1
sso_session = corp
sso_account_id = 111122223333
sso_role_name = reader

[sso-session corp]
sso_region = eu-central-1
sso_start_url = https://corp.awsapps.com/start
`;

describe('with profiles', () => {
  let folder: string;
  let home: string | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ecs-guardrails-profiles-'));
    writeFileSync(join(folder, 'config'), CONFIG);
    home = process.env.HOME;
    process.env.HOME = folder;
    process.env.AWS_CONFIG_FILE = join(folder, 'config');
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
  });
  afterEach(() => {
    process.env.HOME = home;
    rmSync(folder, { recursive: true, force: true });
  });

  test('region and credentials are those of the profile, for all clients', async () => {
    const aws = new FakeAws(makeAccount(2));
    const account = await collect({ clusters: ['shop'], depth: 'default', profile: 'shop' }, { ...aws.options, region: undefined });
    expect(account.region).toBe('eu-central-1');
    expect(new Set(aws.keys)).toEqual(new Set(['SHOPKEY']));
    expect(new Set(aws.hosts)).toEqual(new Set(
      ['ecs', 'application-autoscaling', 'monitoring', 'elasticloadbalancing', 'servicediscovery'].map((name) => `${name}.eu-central-1.amazonaws.com`)));
  });

  test('a signed-out profile results in a request to sign in', async () => {
    const aws = new FakeAws(makeAccount(1));
    await expect(collect({ clusters: ['shop'], depth: 'quick', profile: 'signed-out' }, { ...aws.options, region: undefined }))
      .rejects.toThrow(/^the AWS session has expired \(CredentialsProviderError\): sign in again/);
    expect(aws.calls).toEqual([]);
  });

  test('a profile that is not there is no credentials', async () => {
    await expect(collect({ clusters: ['shop'], depth: 'quick', profile: 'shp' }, new FakeAws(makeAccount(1)).options)).rejects
      .toThrow("no AWS credentials in profile 'shp': sign in; 'aws configure list-profiles' shows which profiles there are");
  });
});

test('the clients of a quick run are the only ones that are loaded', async () => {
  jest.resetModules();
  const loaded: string[] = [];
  jest.doMock('../../../src/cli/collect/clients/ec2', () => { loaded.push('ec2'); return {}; });
  jest.doMock('../../../src/cli/collect/clients/load-balancing', () => { loaded.push('load-balancing'); return {}; });
  const { collect: fresh } = jest.requireActual<{ collect: typeof collect }>('../../../src/cli/collect/collect');
  await fresh({ clusters: ['shop'], depth: 'quick' }, new FakeAws(makeAccount(1)).options);
  expect(loaded).toEqual([]);
});
