import { anyOf, keyOf, optional, resourceIn } from '../../cloudformation/value-helpers';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';
import type { RedriveFacts } from '../../facts/queue';

const QUEUE = 'AWS::SQS::Queue';

/** The redrive policy of a queue. */
export function readRedrive(policy: Value): Fact<RedriveFacts | undefined> {
  const document = policy.document();
  if (document instanceof Unknown) return document;
  return optional(document, (written) => {
    const entries = written.entries();
    return {
      maxReceiveCount: written.get('maxReceiveCount').number(),
      namedByUrl: isUrl(written.get('deadLetterTargetArn')),
      fields: entries instanceof Unknown ? entries : entries.map(([name]) => name),
    };
  });
}

/** True if a redrive allow policy admits a source queue. */
export function readAdmits(policy: Value, source: Resource): Fact<boolean> {
  const document = policy.document();
  if (document instanceof Unknown) return document;
  const permission = document.get('redrivePermission').text();
  if (permission !== 'byQueue') return permission instanceof Unknown ? permission : permission !== 'denyAll';
  const sources = document.get('sourceQueueArns').items();
  if (sources instanceof Unknown) return sources;
  return anyOf(sources.map((arn) => {
    const queue = resourceIn(arn, QUEUE);
    // The ARN of a queue whose name the template sets may be written as a text.
    return queue ? keyOf(queue) === keyOf(source) : new Unknown('a source queue is not a resource of this app');
  }));
}

/** `Ref` of a queue is its URL. */
function isUrl(target: Value): Fact<boolean> {
  const [first, ...rest] = target.pieces();
  if (first instanceof Reference) return rest.length === 0 && first.resource.type === QUEUE && first.attribute !== 'Arn';
  const text = target.text();
  return text instanceof Unknown ? text : text !== undefined && !text.startsWith('arn:');
}
