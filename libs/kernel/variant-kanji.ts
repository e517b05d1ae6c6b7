/**
 * Old and variant forms (旧字体・異体字) of characters common in names: standard form, then its variants. For search
 * only: some pairs (斎 and 斉, 龍 and 竜) are different characters that people nevertheless look for by either form.
 */
const VARIANTS = `
  亜亞 悪惡 圧壓 為爲 壱壹 稲稻 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 横橫 桜櫻 奥奧 温溫 価價
  仮假 会會 絵繪 覚覺 学學 岳嶽 楽樂 勧勸 巻卷 寛寬 歓歡 缶罐 観觀 関關 陥陷 厳嚴 巌巖 気氣 帰歸 亀龜 旧舊
  挙擧 峡峽 狭狹 尭堯 暁曉 区區 駆驅 勲勳 薫薰 径徑 恵惠 渓溪 経經 継繼 茎莖 蛍螢 軽輕 鶏鷄 芸藝 穎頴 県縣
  倹儉 剣劍劔劒剱 圏圈 検檢 権權 献獻 研硏 顕顯 験驗 広廣 恒恆 鉱鑛 号號 国國圀 黒黑 済濟 斉齊斎齋斊 剤劑
  崎﨑嵜碕 冴冱 参參 桟棧 蚕蠶 賛贊 残殘 糸絲 児兒 辞辭 実實 写寫 舎舍 釈釋 寿壽 収收 従從 渋澁澀 縦縱 粛肅
  処處 緒緖 叙敍 将將 渉涉 焼燒 奨獎 条條 状狀 乗乘 浄淨 剰剩 譲讓 嬢孃 畳疊 穣穰 触觸 真眞 慎愼 晋晉 寝寢
  尽盡 図圖 粋粹 酔醉 穂穗 随隨 枢樞 数數 瀬瀨 声聲 静靜 清淸 青靑 摂攝 浅淺 潜潛 銭錢 専專 戦戰 繊纖 禅禪
  曽曾 双雙 壮壯 荘莊 捜搜 挿插 巣巢 争爭 総總 聡聰 装裝 蔵藏 臓臟 続續 属屬 堕墮 対對 体體 帯帶 滞滯 台臺
  滝瀧 択擇 沢澤 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 昼晝 虫蟲 鋳鑄 庁廳 聴聽 勅敕 鎮鎭 逓遞 鉄鐵 転轉 点點
  伝傳 灯燈 当當 党黨 盗盜 闘鬪 徳德 独獨 読讀 届屆 縄繩 弐貳 悩惱 脳腦 覇霸 廃廢 拝拜 売賣 麦麥 発發 髪髮
  抜拔 蛮蠻 浜濱濵 瓶甁 富冨 仏佛 払拂 並竝 辺邊邉 変變 弁辨辯瓣 歩步 宝寶 豊豐 褒襃 峰峯 頬頰 没沒 翻飜
  槙槇 万萬 満滿 黙默 弥彌 薬藥 訳譯 藪薮 予豫 余餘 与與 誉譽 揺搖 様樣 謡謠 遥遙 瑶瑤 来來 頼賴 乱亂 覧覽
  竜龍 両兩 猟獵 緑綠 塁壘 励勵 礼禮 隷隸 霊靈 齢齡 恋戀 炉爐 労勞 楼樓 郎郞 録錄 湾灣 島嶋嶌 高髙 吉𠮷
  橋槗𣘺 松枩柗 桑桒 館舘 船舩 柳栁桺 淵渕渊 鶴靏靍鸖 秋龝穐 喜㐂 昇曻 珍珎 野埜 村邨 桧檜 蘆芦 凜凛 郷鄕鄉
  隣鄰 間閒 彦彥 悦悅 戸戶 教敎 産產 歳歲 毎每 増增 鴎鷗 麹麴 徴徵 莱萊 蝉蟬 侠俠 尚尙 内內 呉吳 黄黃
  兎兔莵 姫姬 虎乕 宮宫 萌萠 鉤鈎 裏裡 杯盃 略畧 涼凉 梅楳
`;

/** Variant character → standard form. */
export const STANDARD_FORM: ReadonlyMap<string, string> = new Map(
  VARIANTS.trim()
    .split(/\s+/)
    .flatMap((group) => {
      const [standard = '', ...variants] = Array.from(group);
      return variants.map((variant) => [variant, standard] as const);
    }),
);
