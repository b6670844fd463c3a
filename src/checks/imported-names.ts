import { isOpen } from './open-value';
import { refuse } from '../gotchas/enforce';

/** An ARN: four parts of its place, a kind, and the name. */
const RESOURCE = /^arn(?::[^:]*){4}:(?:log-group:|[a-z-]+\/)?(.*?)(?::\*)?$/;
const IMPORTING = 'https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resources-importing';

/** Throws for a resource that is imported with an ARN in place of its name: the CDK accepts any text. */
export function checkImportedName(at: string, property: string, name: string | undefined, example: string): void {
  const arn = name === undefined || isOpen(name) ? undefined : /arn:[^:]+:.*/.exec(name)?.[0];
  if (arn === undefined) return;
  const [, plain = arn] = RESOURCE.exec(arn) ?? [];
  refuse({
    headline: `${property} is imported by the name '${arn}', which is an ARN`,
    at,
    property,
    fix: `import it by its name: ${example.replace('NAME', plain)}`,
    docs: IMPORTING,
  });
}

/** Throws for a repository of ECR that is imported with its URI, or with a tag, in place of its name. */
export function checkRepositoryName(at: string, property: string, name: string | undefined): void {
  if (name === undefined || isOpen(name) || /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(name) && !/\.dkr[.-]ecr\./.test(name)) return;
  const [, plain = name, tag] = /^(?:.*\.dkr[.-]ecr\.[^/]+\/)?([^:@]*)(?:[:@](.*))?$/.exec(name) ?? [];
  refuse({
    headline: `${property} is of a repository that is imported by the name '${name}'`,
    at,
    property,
    why: 'A repository has neither a registry nor a tag in its name.',
    fix: `import it by its name, and name the tag of the image: fromEcrRepository(Repository.fromRepositoryName(this, 'Repository', '${plain}'), '${tag ?? '1.4.2'}')`,
    docs: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html',
  });
}
