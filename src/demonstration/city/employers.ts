import type { EmploymentType } from '#domain/placement';

/** An order's key is 'employer/n'. */
export const employerOfOrder = (order: string): string => order.split('/')[0] ?? order;

interface OrderDetails {
  readonly key: string;
  readonly title: string;
  readonly type: EmploymentType;
  readonly conditions: string;
}

export interface EmployerDetails {
  readonly key: string;
  readonly name: string;
  readonly kana: string;
  readonly industry: string;
  readonly note?: string;
  readonly orders: readonly OrderDetails[];
}

type Order = readonly [title: string, type: EmploymentType, conditions: string];

/** 事業所 of 見本市 and what each looks for; all invented. */
export const EMPLOYERS: readonly EmployerDetails[] = [
  employer(
    'foods',
    '見本フーズ',
    'ミホンフーズ',
    '食料品製造業',
    ['惣菜製造', 'part_time', '週4日・9時から15時。制服貸与。'],
    ['製造ライン補助', 'contract', '日勤のみ。契約社員から正社員への登用あり。'],
  ),
  employer(
    'hotel',
    '架空ホテル',
    'カクウホテル',
    '宿泊業',
    ['客室清掃', 'part_time', '週3日から・9時から14時。'],
    ['フロント係', 'regular', '交替勤務。英語は日常会話程度。'],
  ),
  employer(
    'care',
    '例示介護サービス',
    'レイジカイゴサービス',
    '社会福祉',
    ['介護助手', 'part_time', '無資格可。9時から16時、夜勤なし。'],
    ['介護職員', 'regular', '初任者研修修了者。夜勤月4回、応相談。'],
  ),
  employer(
    'transport',
    '手本運輸',
    'テホンウンユ',
    '道路貨物運送業',
    ['倉庫内仕分け', 'part_time', '週5日・13時から18時。'],
    ['配送', 'regular', '普通自動車免許。近隣市内のみ。'],
  ),
  employer(
    'factory',
    '仮想製作所',
    'カソウセイサクショ',
    '金属製品製造業',
    ['部品検査', 'contract', '日勤。座り作業が中心。'],
    ['機械加工', 'regular', '高卒以上。図面の読める方。'],
  ),
  employer(
    'cleaning',
    '雛形ビルサービス',
    'ヒナガタビルサービス',
    'ビルメンテナンス業',
    ['日常清掃', 'part_time', '早朝6時から9時。'],
    ['設備点検補助', 'regular', '資格は入社後に取得可。'],
  ),
  employer(
    'shop',
    '想定商店',
    'ソウテイショウテン',
    '小売業',
    ['品出し・レジ', 'part_time', 'シフト制・週20時間から。'],
    ['店舗運営', 'regular', '販売経験3年以上。'],
  ),
  employer(
    'office',
    '書式事務センター',
    'ショシキジムセンター',
    '事務請負',
    ['データ入力', 'part_time', '週4日・10時から16時。'],
    ['一般事務', 'contract', '表計算の基本操作ができる方。'],
  ),
  employer(
    'island',
    '例示島水産加工',
    'レイジトウスイサンカコウ',
    '水産食料品製造業',
    ['水産加工', 'regular', '高卒以上。社員寮あり。'],
    ['出荷事務', 'part_time', '午前のみ。'],
  ),
  employer(
    'nursing',
    '標本病院',
    'ヒョウホンビョウイン',
    '医療業',
    ['看護補助', 'contract', '日勤・夜勤交替。'],
    ['配膳', 'part_time', '朝食又は夕食の時間帯。'],
  ),
  employer(
    'garden',
    '試作造園',
    'シサクゾウエン',
    '造園業',
    ['植栽管理', 'regular', '屋外作業。見習い可。'],
    ['公園清掃', 'part_time', '週3日・午前。'],
  ),
  employer(
    'print',
    '様式印刷',
    'ヨウシキインサツ',
    '印刷業',
    ['製本補助', 'part_time', '9時から16時。'],
    ['組版', 'regular', '経験者。'],
  ),
  employer(
    'system',
    '下書システム',
    'シタガキシステム',
    '情報サービス業',
    ['動作確認', 'contract', '在宅週2日可。'],
    ['システム運用', 'regular', '実務経験2年以上。'],
  ),
  employer(
    'security',
    '予行警備',
    'ヨコウケイビ',
    '警備業',
    ['施設警備', 'contract', '日勤。研修30時間。'],
    ['駐車場案内', 'part_time', '土日。'],
  ),
  employer(
    'laundry',
    '別紙リネン',
    'ベッシリネン',
    '洗濯業',
    ['リネン仕分け', 'part_time', '8時30分から13時30分。'],
    ['集配', 'regular', '普通自動車免許。'],
  ),
  employer(
    'farm',
    '図例農園',
    'ズレイノウエン',
    '農業',
    ['選果・箱詰め', 'part_time', '午前中心。送迎あり。'],
    ['栽培管理', 'regular', '未経験可。'],
  ),
  employer(
    'nursery',
    '手本こども園',
    'テホンコドモエン',
    '児童福祉',
    ['保育補助', 'part_time', '16時から18時。資格不問。'],
    ['調理員', 'contract', '8時から15時。'],
  ),
  employer(
    'auto',
    '模型自動車整備',
    'モケイジドウシャセイビ',
    '自動車整備業',
    ['整備補助', 'regular', '18歳以上。資格取得を支援。'],
    ['受付', 'part_time', '土曜勤務できる方。'],
  ),
  employer(
    'bakery',
    '練習ベーカリー',
    'レンシュウベーカリー',
    '食料品小売業',
    ['製パン見習い', 'regular', '早朝勤務。未経験可。'],
    ['販売', 'part_time', '午後。'],
  ),
  employer(
    'library',
    '文例文化財団',
    'ブンレイブンカザイダン',
    '文化施設運営',
    ['窓口受付', 'contract', '土日交替。'],
    ['書架整理', 'part_time', '週3日。'],
  ),
];

function employer(
  key: string,
  name: string,
  kana: string,
  industry: string,
  ...orders: readonly Order[]
): EmployerDetails {
  return {
    key,
    name,
    kana,
    industry,
    orders: orders.map(([title, type, conditions], index) => ({ key: `${key}/${index + 1}`, title, type, conditions })),
  };
}
