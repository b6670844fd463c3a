import * as ecr from 'aws-cdk-lib/aws-ecr';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const selection = { tagStatus: 'tagged', countType: 'imageCountMoreThan', countNumber: 30 };
  new ecr.CfnRepository(stack, 'Images', {
    lifecyclePolicy: {
      lifecyclePolicyText: JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] }),
    },
  });
};

export const plain: Fix = ({ stack }) => {
  new ecr.Repository(stack, 'Images', { lifecycleRules: [{ tagPatternList: ['v*'], maxImageCount: 30 }] });
};
