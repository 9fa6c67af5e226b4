import type { ComponentType } from 'preact';
import type * as v from 'valibot';
import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { CheckpointError } from '../checkpoints/safetensors.ts';
import type { CheckpointName, Checkpoints } from '../checkpoints/shipped.ts';
import type { PixelImage } from '../kernels/image.ts';
import type { Picture } from '../images/picture.ts';
import type { OwnModel as KeptModel } from '../train/ownModels.ts';
import type { DataTable } from '../ui/DataTableView.tsx';
import type { Language } from '../language.ts';

// A schema of any fields; `v.fallback` around each field makes parsing total.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type StateSchema = v.ObjectSchema<any, undefined>;
export type StateOf<Schema extends StateSchema> = v.InferOutput<Schema>;

/** A model that the reader has trained in this browser, or why it cannot be read. */
export type OwnModel = CheckpointFile | CheckpointError;

/** The models that the reader keeps in this browser. */
export interface OwnModels {
  /** The newest first */
  kept: readonly KeptModel[];
  /** The one that answers; undefined if none of them can */
  asked?: { name: string; model: OwnModel } | undefined;
}

/** Where a demo's numbers come from. */
export type Badge = 'computedHere' | 'trainedByUs' | 'trainedHere' | 'trainedByYou';

/** What a view is given: the state, what was derived from it, and a way to change the state. */
export interface ViewProps<State, Derived, Strings> {
  state: State;
  derived: Derived;
  strings: Strings;
  language: Language;
  /** Changes some fields of the state; the rest stay. */
  change: (fields: Partial<State>) => void;
  /** Where the image can be seen, for demos that work on one. */
  picture: Picture;
}

/** The texts every demo has; its own come on top. */
export interface BaseStrings {
  title: string;
  /** One sentence: what to try. */
  tryThis: string;
}

export interface DemoDefinition<
  Schema extends StateSchema = StateSchema,
  Derived = unknown,
  Strings extends BaseStrings = BaseStrings,
> {
  id: string;
  schema: Schema;
  /**
   * Pure: from the state (and the image, for demos that have an `image` field, the checkpoints that it
   * names, and the reader's own models, if the state asks for one and they have been looked up) to all
   * that is shown.
   */
  derive: (
    state: StateOf<Schema>,
    image: PixelImage,
    checkpoints: Checkpoints,
    own?: OwnModels,
  ) => Derived;
  view: ComponentType<ViewProps<StateOf<Schema>, Derived, Strings>>;
  table: (derived: Derived, strings: Strings, state: StateOf<Schema>) => DataTable;
  strings: Record<Language, Strings>;
  /** Where the numbers come from; shown as a badge. */
  badge: Badge;
  /** Whether a model answers that the reader has trained; the badge then says so. */
  isByReader?: (derived: Derived) => boolean;
  /** Whether the reader can choose the image; the schema then has an `image` field (`imageField`). */
  usesImage: boolean;
  /** The trained models that it computes with; they are loaded before it comes to life. */
  checkpoints?: readonly CheckpointName[];
  /** The name of the reader's own model that a state asks for; undefined if it asks for none */
  ownModel?: (state: StateOf<Schema>) => string | undefined;
  /** The code that runs: PyTorch listings in content/code/, each with its kernel in src/kernels/. */
  code: readonly { python: string; kernel: string }[];
  /** Goals an exercise can be bound to. */
  challenges?: Record<string, (derived: Derived, state: StateOf<Schema>) => boolean>;
}

/** Registers a demo; keeps the types of its parts in step with each other. */
export function defineDemo<Schema extends StateSchema, Derived, Strings extends BaseStrings>(
  definition: DemoDefinition<Schema, Derived, Strings>,
): DemoDefinition {
  // The registry holds demos of all kinds; inside one demo the types above have been checked.
  return definition as unknown as DemoDefinition;
}
