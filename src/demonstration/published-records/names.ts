import type { Random } from './random.js';

export interface InventedName {
  readonly familyName: string;
  readonly familyKana: string;
  readonly givenName: string;
  readonly givenKana: string;
}

/** Words of form-filling as family names: nobody can take these people for real ones. */
const FAMILIES = pairs(`
  見本 ミホン, 架空 カクウ, 例示 レイジ, 仮名 カメイ, 手本 テホン, 試作 シサク, 模型 モケイ, 想定 ソウテイ, 仮想 カソウ, 雛形 ヒナガタ,
  標本 ヒョウホン, 記入 キニュウ, 下書 シタガキ, 空欄 クウラン, 練習 レンシュウ, 実演 ジツエン, 予行 ヨコウ, 台本 ダイホン, 図例 ズレイ,
  文例 ブンレイ, 書式 ショシキ, 様式 ヨウシキ, 別紙 ベッシ, 控え ヒカエ`);

const GIVEN = pairs(`
  太郎 タロウ, 次郎 ジロウ, 三郎 サブロウ, 四郎 シロウ, 五郎 ゴロウ, 花子 ハナコ, 月子 ツキコ, 星子 ホシコ, 雪子 ユキコ, 海子 ウミコ,
  一葉 カズハ, 二葉 フタバ, 三葉 ミツバ, 四葉 ヨツバ, 春男 ハルオ, 夏男 ナツオ, 秋男 アキオ, 冬男 フユオ, 春美 ハルミ, 夏美 ナツミ,
  秋美 アキミ, 冬美 フユミ, 東 アズマ, 西子 ニシコ, 南 ミナミ, 北斗 ホクト, 山彦 ヤマヒコ, 川子 カワコ, 森夫 モリオ, 林子 リンコ,
  空 ソラ, 陸 リク, 海 カイ, 光 ヒカル, 音 オト, 風子 フウコ, 雲平 ウンペイ, 霧子 キリコ, 虹子 ニジコ, 泉 イズミ,
  桜子 サクラコ, 梅子 ウメコ, 松男 マツオ, 竹男 タケオ, 菊子 キクコ, 藤子 フジコ, 桐子 キリエ, 楓 カエデ, 椿 ツバキ, 蘭子 ランコ,
  金吾 キンゴ, 銀次 ギンジ, 銅子 ドウコ, 鉄平 テッペイ, 玉子 タマコ, 石松 イシマツ, 岩男 イワオ, 砂子 スナコ, 土筆 ツクシ, 水子 ミズコ,
  朝子 アサコ, 昼子 ヒルコ, 夕子 ユウコ, 夜半 ヨワ`);

/** Hands out names, no two alike, in an order of chance. */
export function inventedNames(random: Random): () => InventedName {
  const names = random.shuffle(FAMILIES.flatMap((family) => GIVEN.map((given) => ({ family, given }))));
  let next = 0;
  return () => {
    const name = names[next];
    if (name === undefined) throw new Error(`more than ${names.length} people in one site`);
    next += 1;
    const [familyName, familyKana] = name.family;
    const [givenName, givenKana] = name.given;
    return { familyName, familyKana, givenName, givenKana };
  };
}

function pairs(list: string): [string, string][] {
  return list.split(',').map((pair) => pair.trim().split(' ') as [string, string]);
}
