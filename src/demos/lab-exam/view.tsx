import type { ViewProps } from '../definition.ts';
import { Controls } from './Controls.tsx';
import type { Derived, State } from './derive.ts';
import { Items } from './Items.tsx';
import { Report } from './Report.tsx';
import type { Strings } from './strings.ts';
import { useExamination } from './useExamination.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function LabExamView(props: Props) {
  const examination = useExamination(props.derived);
  return (
    <>
      <Controls {...props} examination={examination} />
      <Report {...props} examination={examination} />
      <Items {...props} examination={examination} />
    </>
  );
}
