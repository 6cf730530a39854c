/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that serve the sentence: a list in the order of its bytes, and one of
   characters.  */
#include "index/function_words.h"

#include <stdlib.h>
#include <string.h>

static const char *const words[] = {
  "a", "about", "above", "according", "across", "after", "again", "against",
  "all", "almost", "along", "already", "also", "although", "always", "am",
  "among", "an", "and", "another", "any", "are", "as", "at", "away", "be",
  "because", "been", "before", "being", "below", "between", "both", "but",
  "by", "can", "can't", "cannot", "could", "did", "do", "does", "doing",
  "done", "during", "each", "either", "else", "etc", "even", "ever", "every",
  "few", "for", "from", "further", "had", "has", "have", "having", "he",
  "hence", "her", "here", "hers", "herself", "him", "himself", "his", "how",
  "however", "i", "if", "in", "into", "is", "it", "its", "itself", "just",
  "least", "less", "many", "may", "me", "might", "more", "moreover", "most",
  "much", "must", "my", "myself", "neither", "no", "nor", "not", "now", "of",
  "off", "often", "on", "once", "one", "only", "onto", "or", "other",
  "others", "our", "ours", "ourselves", "out", "over", "own", "per", "quite",
  "rather", "s", "same", "shall", "she", "should", "since", "so", "some",
  "still", "such", "t", "than", "that", "the", "their", "theirs", "them",
  "themselves", "then", "there", "thereby", "therefore", "these", "they",
  "this", "those", "though", "through", "throughout", "thus", "to",
  "together", "too", "toward", "towards", "under", "until", "up", "upon",
  "us", "very", "was", "we", "were", "what", "when", "where", "whereas",
  "whether", "which", "while", "who", "whom", "whose", "why", "will", "with",
  "within", "without", "would", "yet", "you", "your", "yours", "yourself",
  "yourselves", "一", "一个", "一些", "一個", "一定", "一样", "一樣", "一次",
  "一直", "一种", "一種", "上", "上來", "上去", "上来", "上述", "下", "下來",
  "下去", "下来", "不", "不仅", "不但", "不僅", "不是", "不能", "不要",
  "不过", "不過", "与", "且", "两", "並", "並且", "个", "中", "为", "为了",
  "为什么", "之", "之一", "之前", "之后", "之後", "之間", "之间", "也",
  "也是", "也要", "了", "于", "于是", "些", "亦", "人们", "人們", "什么",
  "什麼", "从", "他", "他们", "他們", "以", "以上", "以下", "以來", "以便",
  "以及", "以后", "以後", "以来", "们", "任何", "会", "但", "但是", "何",
  "你", "你们", "你們", "使", "來", "例如", "便", "個", "們", "像", "內",
  "全部", "兩", "关于", "其", "其中", "其他", "其它", "内", "再", "几", "凡",
  "出來", "出来", "则", "别", "到", "則", "十分", "即", "即使", "却", "卻",
  "又", "又是", "及", "及其", "另", "另外", "只", "只是", "只有", "只要",
  "可", "可以", "可是", "可能", "各", "各种", "各種", "同", "同时", "同時",
  "同样", "同樣", "后", "向", "吗", "吧", "呀", "呢", "和", "哪", "哪些",
  "啊", "嗎", "因", "因为", "因此", "因為", "因而", "在", "地", "多", "大家",
  "太", "她", "她们", "她們", "如", "如下", "如何", "如果", "如此", "它",
  "它们", "它們", "完全", "对", "对于", "将", "將", "對", "對於", "尚",
  "尤其", "就", "就是", "就要", "已", "已是", "已經", "已经", "并", "并且",
  "应", "应当", "当", "当时", "很", "後", "得", "從", "必", "必須", "必须",
  "怎么", "怎样", "怎樣", "怎麼", "您", "應", "我", "我们", "我們", "或",
  "或者", "所", "所以", "所有", "所謂", "所谓", "才", "把", "按", "按照",
  "据", "據", "既", "时", "是", "時", "更", "曾", "最", "會", "有", "有些",
  "有关", "有的", "有關", "未", "本", "来", "某", "某些", "根据", "根據",
  "正", "正在", "此", "此外", "每", "每个", "每個", "比", "比較", "比较",
  "沒", "沒有", "没", "没有", "為", "為了", "為什麼", "然后", "然後", "然而",
  "特別", "特别", "现在", "現在", "由", "由于", "由於", "當", "當時", "的",
  "的是", "的話", "的话", "目前", "直到", "着", "种", "種", "第", "等",
  "等等", "給", "經過", "经过", "给", "而", "而且", "而是", "能", "能够",
  "能夠", "自", "自己", "至", "與", "若", "著", "虽", "虽然", "被", "裡",
  "要", "許多", "該", "誰", "讓", "让", "许多", "该", "谁", "起來", "起来",
  "过", "还", "还是", "还有", "还要", "这", "这个", "这些", "这样", "这次",
  "这种", "这里", "进去", "进行", "连", "這", "這些", "這個", "這樣", "這次",
  "這種", "這裡", "通过", "通過", "連", "進行", "過", "還", "還是", "還有",
  "那", "那个", "那些", "那個", "那样", "那樣", "那裡", "那里", "都", "都是",
  "都要", "里", "間", "關於", "除", "除了", "随", "随着", "隨", "隨著", "雖",
  "雖然", "非常", "須", "须"
};

static const char characters[]
  = "与且並个为之也了于从以们但個們其则到則又及向吗吧呢和啊嗎因在地对"
    "将將對就已并很得從或所把於是此為由的着等而至與著被这這那都";

/* A word that is looked for.  */
struct sought
{
  const char *bytes;
  size_t len;
};

static int
compare (const void *key, const void *item)
{
  const struct sought *sought = key;
  const char *word = *(const char *const *) item;
  int order = strncmp (sought->bytes, word, sought->len);
  return order ? order : word[sought->len] ? -1 : 0;
}

bool
function_word (const char *word, size_t len)
{
  struct sought sought = { word, len };
  return bsearch (&sought, words, sizeof words / sizeof *words, sizeof *words,
                  compare)
         != NULL;
}

bool
function_character (const char *character, size_t len)
{
  enum { BYTES = 3 }; /* of each */
  for (size_t i = 0; len == BYTES && i + BYTES < sizeof characters; i += BYTES)
    if (memcmp (characters + i, character, BYTES) == 0)
      return true;
  return false;
}
