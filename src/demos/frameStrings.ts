import type { ImageId } from '../images/images.ts';
import type { ImageNotice, ImageProblem } from '../images/decode.ts';
import type { Language } from '../language.ts';
import type { Badge } from './definition.ts';

export interface FrameStrings {
  badge: Record<Badge, { name: string; meaning: string }>;
  reset: string;
  copyLink: string;
  linkCopied: string;
  linkFailed: string;
  embed: string;
  embedCopied: string;
  table: string;
  code: string;
  needsJavaScript: string;
  failed: string;
  checkpointFailed: string;
  tryAgain: string;
  image: {
    label: string;
    names: Record<ImageId, string>;
    own: string;
    choose: string;
    hint: string;
    loading: string;
    problems: Record<ImageProblem, string>;
    notices: Record<ImageNotice, string>;
    photoFailed: string;
    archive: string;
  };
}

export const FRAME_STRINGS: Record<Language, FrameStrings> = {
  zh: {
    badge: {
      computedHere: { name: '此处计算', meaning: '页面上的每个数都由你的浏览器当场算出' },
      trainedByUs: {
        name: '我们训练，此处运行',
        meaning: '权重由我们训练并公开，答案由你的浏览器算出',
      },
      trainedHere: { name: '此处训练', meaning: '权重由你的浏览器当场训练' },
      trainedByYou: {
        name: '你训练，此处运行',
        meaning: '这个模型由你的浏览器训练，全部或一部分（其余由我们训练）；答案也由它算出',
      },
    },
    reset: '重置',
    copyLink: '复制链接',
    linkCopied: '已复制。打开它的人会看到你现在的设置。',
    linkFailed: '浏览器不允许写剪贴板；请直接复制地址栏。',
    embed: '复制嵌入代码',
    embedCopied: '已复制。把这段代码贴进课程页面即可。',
    table: '数据表',
    code: '运行的代码',
    needsJavaScript: '演示显示的是默认设置下的结果；启用 JavaScript 后可以操作。',
    failed: '这个演示出错了。点“重置”回到默认设置；如仍出错，请刷新页面。',
    checkpointFailed: '训练好的模型没有加载成功，下面是默认设置下的结果。',
    tryAgain: '再试一次',
    image: {
      label: '图像',
      names: {
        harbour: '海港（绘制）',
        shapes: '几何形状（绘制）',
        pair: '一对红点（绘制）',
        boats: '长崎的船（照片）',
        airplane: '飞机（照片）',
        flower: '紫花葱（照片）',
      },
      own: '你的图片',
      choose: '用自己的图片…',
      hint: '也可以拖入或粘贴图片。图片不会离开你的设备。',
      loading: '正在读取图片…',
      problems: {
        empty: '这个文件是空的，请换一个。',
        notAnImage: '这不是图片文件。请用 PNG、JPEG、WebP、GIF、BMP 或 AVIF。',
        vector: 'SVG 是矢量图，没有像素。请先导出为 PNG 再试。',
        broken: '图片已损坏，或大到浏览器无法解码。请换一张，或先缩小再试。',
        tooLarge: '文件超过 64 MB，请先缩小再试。',
      },
      notices: {
        scaledDown: '图片很大：已取中央的正方形并缩小到 224×224。',
        firstFrame: '这是动图：只使用第一帧。',
      },
      photoFailed: '照片没有加载成功，仍显示上一张图。请检查网络后重试。',
      archive: '数字图像由 Getty 开放内容计划提供',
    },
  },
  en: {
    badge: {
      computedHere: {
        name: 'computed here',
        meaning: 'Your browser computes every number you see',
      },
      trainedByUs: {
        name: 'trained by us, run here',
        meaning: 'We trained and published the weights; your browser computes the answers',
      },
      trainedHere: { name: 'trained here', meaning: 'Your browser trains the weights now' },
      trainedByYou: {
        name: 'trained by you, run here',
        meaning:
          'Your browser trained this model, all or a part of it (we trained the rest), and computes the answers',
      },
    },
    reset: 'Reset',
    copyLink: 'Copy link',
    linkCopied: 'Copied. Whoever opens it sees your settings.',
    linkFailed:
      'The browser does not allow writing to the clipboard; copy the address bar instead.',
    embed: 'Copy embed code',
    embedCopied: 'Copied. Paste it into your course page.',
    table: 'Data table',
    code: 'The code that runs',
    needsJavaScript: 'The demos show their default settings; with JavaScript you can change them.',
    failed:
      'This demo has failed. Reset brings the default settings back; if that fails, reload the page.',
    checkpointFailed:
      'The trained model did not load; below is the result for the default settings.',
    tryAgain: 'Try again',
    image: {
      label: 'Image',
      names: {
        harbour: 'Harbour (drawn)',
        shapes: 'Shapes (drawn)',
        pair: 'A pair of red dots (drawn)',
        boats: 'Boats in Nagasaki (photograph)',
        airplane: 'Airplane (photograph)',
        flower: 'Allium (photograph)',
      },
      own: 'Your image',
      choose: 'Use your own image…',
      hint: 'You can also drop or paste one. It never leaves your device.',
      loading: 'Reading the image…',
      problems: {
        empty: 'This file is empty. Please choose another.',
        notAnImage: 'This is not an image file. Use PNG, JPEG, WebP, GIF, BMP or AVIF.',
        vector: 'An SVG is made of outlines and has no pixels. Export it as PNG first.',
        broken:
          'The image is damaged, or too large for the browser to decode. Choose another or scale it down first.',
        tooLarge: 'The file is larger than 64 MB. Please scale it down first.',
      },
      notices: {
        scaledDown: 'A large image: its central square was scaled down to 224×224.',
        firstFrame: 'An animated image: only its first frame is used.',
      },
      photoFailed:
        'The photograph did not load; the last image stays. Check the network and try again.',
      archive: 'Digital image courtesy of the Getty’s Open Content Program',
    },
  },
};
