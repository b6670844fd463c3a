import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';
import { readService } from '../../../src/cli/collect/read-service';
import type { CollectRequest } from '../../../src/cli/collect/request';
import { isCannotLook } from '../../../src/cli/verb';

withoutMachine();

async function complaint(aws: FakeAws, request: Partial<CollectRequest> = {}, options: object = {}): Promise<string> {
  const error: unknown = await collect({ clusters: ['shop'], depth: 'quick', ...request }, { ...aws.options, ...options }).catch((thrown: unknown) => thrown);
  if (!isCannotLook(error)) throw new Error(`not a clear word: ${String(error)}`);
  expect(error.message).not.toContain('\n');
  return error.message;
}

const aws = () => new FakeAws(makeAccount(12));

describe('fails with one clear line when', () => {
  test('the cluster is unknown, and names the nearest', async () => {
    expect(await complaint(aws(), { clusters: ['shp'] })).toBe("there is no cluster 'shp' in eu-west-1: did you mean shop?");
  });

  test('the cluster is unknown, but not when it is named twice', async () => {
    const { clusters } = await collect({ clusters: ['shop', 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop'], depth: 'quick' }, aws().options);
    expect(clusters).toHaveLength(1);
  });

  test('there is no cluster at all', async () => {
    const empty = makeAccount(0);
    empty.clusters = [];
    expect(await complaint(new FakeAws(empty))).toBe("there is no cluster 'shop' in eu-west-1: there is none");
  });

  test('the service is unknown, and names the nearest', async () => {
    expect(await complaint(aws(), { services: ['servce-00003'] })).toMatch(/^there is no service 'servce-00003' in shop: did you mean service-00003 or /);
  });

  test('the service is deleted', async () => {
    const account = makeAccount(1);
    account.services[0].status = 'INACTIVE';
    expect(await complaint(new FakeAws(account), { services: ['service-00000'] })).toBe('there is no service \'service-00000\' in shop: ECS lists it, so it was just created or deleted; run again');
  });

  test('there are no credentials', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    expect(await complaint(aws())).toMatch(/^no AWS credentials: sign in, set AWS_PROFILE or --profile/);
  });

  test('there is no region', async () => {
    expect(await complaint(aws(), {}, { region: undefined })).toBe('no region: set --region or AWS_REGION');
  });

  test.each([
    ['ExpiredTokenException', /^the AWS session has expired \(ExpiredTokenException\): sign in again/],
    ['UnrecognizedClientException', /^AWS doesn't accept these credentials in eu-west-1 \(UnrecognizedClientException\)/],
    ['InvalidSignatureException', /^AWS doesn't accept these credentials/],
    ['AccessDeniedException', /^ecs:DescribeClusters is denied: allow it; --print-policy prints all that the doctor may need$/],
  ])('AWS reports %s', async (code, message) => {
    expect(await complaint(aws().refuse('DescribeClusters', code))).toMatch(message);
  });

  test('there is no such region', async () => {
    const unknown = aws().on('*', () => Object.assign(new Error('getaddrinfo ENOTFOUND ecs.eu-wst-1.amazonaws.com'), { code: 'ENOTFOUND' }));
    expect(await complaint(unknown, {}, { region: 'eu-wst-1' })).toBe("ECS can't be reached in eu-wst-1: is 'eu-wst-1' a region, and is there a network?");
  });

  test('no host answers', async () => {
    const silent = aws().on('*', () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }));
    expect(await complaint(silent)).toMatch(/^DescribeClusters failed 6 times, at last with Error: connect ECONNREFUSED/);
  });

  test.each(['ListServices', 'DescribeServices'])('%s is denied, without which there is nothing to see', async (operation) => {
    expect(await complaint(aws().refuse(operation, 'AccessDeniedException'))).toMatch(new RegExp(`^ecs:${operation} is denied`));
  });
});

describe('one service', () => {
  test('is read as it is now, stopped tasks and health of targets included', async () => {
    const now = await readService({ cluster: 'shop', service: 'service-00000' }, aws().options);
    expect(now).toMatchObject({ service: { serviceName: 'service-00000' }, deployments: [{ status: 'SUCCESSFUL' }], stoppedTasks: [] });
    expect([...now.targets.values()]).toMatchObject([{ length: 4 }]);
  });

  test('is named nearly right', async () => {
    await expect(readService({ cluster: 'shop', service: 'service-3' }, aws().options)).rejects.toThrow(/^there is no service 'service-3' in shop: did you mean/);
    await expect(readService({ cluster: 'shp', service: 'service-3' }, aws().options)).rejects.toThrow("there is no cluster 'shp' in eu-west-1: did you mean shop?");
  });
});

describe('Ctrl-C', () => {
  test.each(['DescribeClusters', 'DescribeServices', 'DescribeTaskDefinition'])('during %s ends everything at once', async (operation) => {
    const controller = new AbortController();
    const interrupted = aws().on(operation, () => {
      controller.abort(new Error('interrupted'));
      return 'hang';
    });
    await expect(collect({ clusters: ['shop'], depth: 'default', signal: controller.signal }, interrupted.options)).rejects.toThrow('interrupted');
    const calls = interrupted.calls.length;
    await new Promise(setImmediate);
    expect(interrupted.calls).toHaveLength(calls);
  });

  test('before the start makes no call', async () => {
    const never = aws();
    await expect(collect({ clusters: 'all', depth: 'quick', signal: AbortSignal.abort(new Error('interrupted')) }, never.options)).rejects.toThrow('interrupted');
    expect(never.calls).toEqual([]);
  });
});
