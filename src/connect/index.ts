export * from './connect-options';
