import { checkText } from '../../checks/arguments';
import { refuse } from '../../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-concatanate-multiline.html';

/**
 * Lines that belong together, such as a stack trace: the router joins them to one event.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-concatanate-multiline.html
 *
 * @example
 * new FireLensLogs(this, 'Logs', {
 *   task: web,
 *   destination: LogDestination.cloudWatch(),
 *   multiline: MultilineLogs.startingWith('^\\d{4}-\\d{2}-\\d{2} '),
 * });
 */
export class MultilineLogs {
  /**
   * Stack traces of Java.
   */
  public static java(): MultilineLogs {
    return new MultilineLogs('java');
  }

  /**
   * Stack traces of Python.
   */
  public static python(): MultilineLogs {
    return new MultilineLogs('python');
  }

  /**
   * Stack traces of Go.
   */
  public static go(): MultilineLogs {
    return new MultilineLogs('go');
  }

  /**
   * Stack traces of Ruby.
   */
  public static ruby(): MultilineLogs {
    return new MultilineLogs('ruby');
  }

  /**
   * An event begins with a line that matches. Lines that do not match continue it.
   *
   * @param pattern a regular expression of Ruby for the first line of an event, such as `^\d{4}-\d{2}-\d{2} `
   */
  public static startingWith(pattern: string): MultilineLogs {
    return new MultilineLogs('lines', pattern);
  }

  private constructor(private readonly parser: string, private readonly pattern?: string) {}

  /**
   * Throws for a pattern that is none, or that the configuration of the router can't have.
   *
   * @internal
   */
  public _check(at: string): void {
    const { pattern } = this;
    checkText(at, 'multiline', pattern, /^[^"\r\n]+$/, 'not be empty, and have no quotation marks and line breaks', DOCS);
    if (pattern === undefined || isPattern(pattern)) return;
    refuse({ headline: `multiline is '${pattern}', which is no regular expression`, at, property: 'multiline', fix: "pass a regular expression: '^\\d{4}-'", docs: DOCS });
  }

  /**
   * Files of the configuration: that of a parser, and the filter that uses it.
   *
   * @internal
   */
  public get _files(): readonly string[] {
    const { parser, pattern } = this;
    const filter = ['[FILTER]', '    name multiline', '    match *-firelens-*', '    multiline.key_content log', `    multiline.parser ${parser}`];
    if (pattern === undefined) return [written(filter)];
    return [
      written([
        '[MULTILINE_PARSER]',
        `    name ${parser}`,
        '    type regex',
        '    flush_timeout 1000',
        `    rule "start_state" "/${pattern}/" "cont"`,
        `    rule "cont" "/^(?!.*(?:${pattern})).*$/" "cont"`,
      ]),
      written(filter),
    ];
  }
}

/** Patterns of Ruby have more than those of JavaScript: a group that JavaScript does not know is left to the router. */
function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return /\(\?/.test(pattern);
  }
}

function written(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
