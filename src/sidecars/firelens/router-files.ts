import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import type { TaskPermission } from '../../tasks/grant-before-start';

/** Configuration files of a log router: uploaded with the app, and downloaded by the router when it starts. */
export interface RouterFiles {
  readonly environment: { readonly [name: string]: string };
  readonly permissions: readonly TaskPermission[];
}

/** Files of a configuration, in the bucket for the files of the app. */
export function routerFiles(part: Construct, files: readonly string[]): RouterFiles {
  const directory = mkdtempSync(join(tmpdir(), 'ecs-guardrails-router-'));
  try {
    const assets = files.map((text, index) => {
      const path = join(directory, `${index}.conf`);
      writeFileSync(path, text);
      return new Asset(part, `File${index}`, { path });
    });
    const [{ bucket }] = assets;
    return {
      environment: Object.fromEntries(assets.map(({ s3ObjectKey }, index) => [`aws_fluent_bit_init_s3_${index + 1}`, bucket.arnForObjects(s3ObjectKey)])),
      permissions: [
        // Files of the revision before, too: a rollback starts its tasks again.
        { actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*.conf')] },
        { actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] },
      ],
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
