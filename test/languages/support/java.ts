import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { APPS, BUILD, EXAMPLES, type Language, LOWEST, PROGRAMS, put, succeed } from './language';

const HOME = join(BUILD, 'java');
const CLASSES = join(BUILD, 'java-classes');
const CLASS_PATH = join(BUILD, 'class-path');

/** Maven finds what the generated package depends on, javac does the rest. */
export const java: Language = {
  name: 'Java',
  prepare() {
    rmSync(CLASSES, { recursive: true, force: true });
    succeed(['mvn', '--quiet', '--file', put(join(BUILD, 'java-pom', 'pom.xml'), pom()), 'dependency:build-classpath', `-Dmdep.outputFile=${CLASS_PATH}`]);
    const sources = [join(HOME, 'src/main/java'), join(PROGRAMS, 'java'), ...APPS.map((app) => join(EXAMPLES, app, 'java'))].flatMap(sourcesIn);
    const list = put(join(BUILD, 'java-sources'), sources.join('\n'));
    succeed(['javac', '-proc:none', '-nowarn', '-d', CLASSES, '-cp', readFileSync(CLASS_PATH, 'utf8'), `@${list}`]);
  },
  command: (app) => ['java', '-XX:TieredStopAtLevel=1', '-cp', classPath(), mainOf(app)],
};

function classPath(): string {
  return [CLASSES, join(HOME, 'src/main/resources'), readFileSync(CLASS_PATH, 'utf8')].join(delimiter);
}

/** `first-service` is FirstServiceApp. */
function mainOf(app: string): string {
  return `${app.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}App`;
}

function sourcesIn(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.java')).map((file) => join(folder, file));
}

function pom(): string {
  const dependencies = [
    ['software.amazon.awscdk', 'aws-cdk-lib', LOWEST.cdk], ['software.constructs', 'constructs', LOWEST.constructs],
    ['software.amazon.jsii', 'jsii-runtime', LOWEST.pacmak],
  ].map(([group, artifact, version]) => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`);
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>test</groupId><artifactId>languages</artifactId><version>1</version>
  <dependencies>${dependencies.join('')}</dependencies>
</project>
`;
}
