import { imageUrl } from '../images/images.ts';
import { HeatMap, SignedMap } from '../ui/HeatMap.tsx';
import type { Language } from '../language.ts';
import { PICTURE_SIDE } from '../images/picture.ts';
import { PictureContent, PictureView } from '../ui/PictureView.tsx';
import { homeStrip, STRIP_SCENE } from './homeStrip.ts';
import { HOME_STRIP_STRINGS } from './homeStrip.strings.ts';

const picture = { url: imageUrl(STRIP_SCENE) };

/** The whole idea at once, computed: scene → patches → tokens → attention. */
export function HomeStrip({ language }: { language: Language }) {
  const strip = homeStrip();
  const strings = HOME_STRIP_STRINGS[language];
  const tokensText = strings.tokens(strip.count, strip.tokenWidth);
  return (
    <figure class="home-strip" aria-label={strings.label}>
      <ol>
        <li>
          <PictureView picture={picture} label={strings.scene} />
          <p>{strings.scene}</p>
        </li>
        <li>
          <div class="home-patches" role="img" aria-label={strings.patches(strip.count)}>
            <svg class="home-source" aria-hidden="true">
              <symbol id="home-scene" viewBox={`0 0 ${PICTURE_SIDE} ${PICTURE_SIDE}`}>
                <PictureContent picture={picture} />
              </symbol>
            </svg>
            {strip.corners.map(({ x, y }) => (
              <svg
                key={`${x} ${y}`}
                viewBox={`${x} ${y} ${strip.patchSize} ${strip.patchSize}`}
                aria-hidden="true"
              >
                <use href="#home-scene" width={PICTURE_SIDE} height={PICTURE_SIDE} />
              </svg>
            ))}
          </div>
          <p>{strings.patches(strip.count)}</p>
        </li>
        <li>
          <SignedMap
            rows={strip.count}
            columns={strip.tokenWidth}
            values={strip.tokens.data}
            label=""
          />
          <p>{tokensText}</p>
        </li>
        <li>
          <HeatMap rows={strip.count} columns={strip.count} values={strip.weights.data} label="" />
          <p>{strings.attention(strip.count)}</p>
        </li>
      </ol>
      <figcaption>{strings.caption}</figcaption>
    </figure>
  );
}
