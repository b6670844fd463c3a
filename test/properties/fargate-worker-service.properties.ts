import { fargateService } from './support/service-cases';
import { fargateWorkerService } from './support/subjects';
import { synthesizes } from './support/synthesizes';
import { withTokens } from './support/tokens';

describe('FargateWorkerService', () => {
  test('valid props synthesize', () => synthesizes(fargateWorkerService, withTokens(fargateService)));
});
