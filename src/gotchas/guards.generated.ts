import type { GotchaDefinition } from './definition';

export const guards: readonly GotchaDefinition[] = [];
