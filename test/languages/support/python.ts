import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BUILD, EXAMPLES, type Language, LOWEST, PROGRAMS, put, succeed } from './language';

const VENV = join(BUILD, 'venv');
/** tree-sitter reads the C#, and the snippets. */
const REQUIREMENTS = [
  `aws-cdk-lib==${LOWEST.cdk}`, `constructs==${LOWEST.constructs}`, 'jsii==1.142.0',
  'tree-sitter==0.26.1', 'tree-sitter-c-sharp==0.23.5', 'tree-sitter-go==0.25.0', 'tree-sitter-java==0.23.5',
].join('\n');

/** The interpreter of the environment, which finds the generated package too. */
export const PYTHON = ['env', `PYTHONPATH=${[join(BUILD, 'python/src'), process.env.PYTHONPATH ?? ''].filter(Boolean).join(delimiter)}`, join(VENV, 'bin/python')];

export const python: Language = {
  name: 'Python',
  prepare() {
    const marker = join(VENV, 'requirements.txt');
    if (existsSync(marker) && readFileSync(marker, 'utf8') === REQUIREMENTS) return;
    succeed(['python3', '-m', 'venv', '--clear', VENV]);
    succeed([join(VENV, 'bin/pip'), 'install', '--quiet', '--disable-pip-version-check', ...REQUIREMENTS.split('\n')]);
    put(marker, REQUIREMENTS);
  },
  command: (app) => [...PYTHON, app === 'broken' ? join(PROGRAMS, 'python/broken/app.py') : join(EXAMPLES, app, 'python/app.py')],
};
