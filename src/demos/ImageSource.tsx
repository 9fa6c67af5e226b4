import { useContext } from 'preact/hooks';
import { Hydrated } from '../ui/hydration.ts';
import { memo } from '../ui/memo.tsx';
import type { Language } from '../language.ts';
import { IMAGE_IDS, isScene, type ImageId } from '../images/images.ts';
import { PHOTOS } from '../images/photos.ts';
import type { FrameStrings } from './frameStrings.ts';
import type { ImageStatus } from './useImage.ts';

interface Props {
  strings: FrameStrings['image'];
  language: Language;
  value: ImageId;
  isOwn: boolean;
  status: ImageStatus;
  onChoose: (id: ImageId) => void;
  onFile: (file: Blob) => void;
}

const OWN = 'own';

/** Chooses what a demo looks at: a drawn scene, a photograph, or a file of the reader's. */
export const ImageSource = memo(function ImageSource(props: Props) {
  const { strings, language, value, isOwn, status, onChoose, onFile } = props;
  const hydrated = useContext(Hydrated);
  return (
    <div class="image-source">
      <label class="control">
        <span class="control-label">{strings.label}</span>
        <select
          value={isOwn ? OWN : value}
          onChange={(event) => onChoose(event.currentTarget.value as ImageId)}
        >
          {isOwn && <option value={OWN}>{strings.own}</option>}
          {/* Before a choice can be made the others would only weigh. */}
          {IMAGE_IDS.filter((id) => hydrated || id === value).map((id) => (
            <option key={id} value={id} selected={!isOwn && id === value}>
              {strings.names[id]}
            </option>
          ))}
        </select>
      </label>
      <label class="file-button">
        <input
          type="file"
          accept="image/*"
          class="sr-only"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) onFile(file);
            event.currentTarget.value = '';
          }}
        />
        <span>{strings.choose}</span>
      </label>
      <p class="image-note" role="status">
        {message(status, strings) ??
          (isOwn || isScene(value)
            ? strings.hint
            : `${PHOTOS[value].credit[language]}. ${strings.archive}.`)}
      </p>
    </div>
  );
});

function message(status: ImageStatus, strings: FrameStrings['image']): string | undefined {
  switch (status.kind) {
    case 'loading':
      return strings.loading;
    case 'problem':
      return status.problem === 'photo' ? strings.photoFailed : strings.problems[status.problem];
    case 'notices':
      return status.notices.map((notice) => strings.notices[notice]).join(' ') || undefined;
    case 'idle':
      return undefined;
  }
}
