import { relative } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

type Schema<Output> = v.GenericSchema<unknown, Output>;

/** Parses a YAML file of `content/` by its schema; an error names the file, the entry and the rule. */
export function validatedYaml<Output>(schema: Schema<Output>, text: string, path: string): Output {
  const result = v.safeParse(schema, parseYaml(text));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const where = v.getDotPath(issue) ?? 'the whole file';
    return `  ${where}: ${issue.message}`;
  });
  throw new Error(`${relative(process.cwd(), path)} is not valid:\n${problems.join('\n')}`);
}
