/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese numerals.  */
#include "number/zh_words.h"

const struct word zh_numerals[] = {
  { "〇", ZH_DIGIT, 0, NULL }, { "零", ZH_DIGIT, 0, NULL },
  { "○", ZH_DIGIT, 0, NULL }, { "一", ZH_DIGIT, 1, NULL },
  { "壹", ZH_DIGIT, 1, NULL }, { "弌", ZH_DIGIT, 1, NULL },
  { "二", ZH_DIGIT, 2, NULL }, { "两", ZH_DIGIT, 2, NULL },
  { "贰", ZH_DIGIT, 2, NULL }, { "弐", ZH_DIGIT, 2, NULL },
  { "貳", ZH_DIGIT, 2, NULL }, { "倆", ZH_DIGIT, 2, NULL }, { "兩", ZH_DIGIT, 2, NULL },
  { "三", ZH_DIGIT, 3, NULL }, { "叁", ZH_DIGIT, 3, NULL },
  { "參", ZH_DIGIT, 3, NULL }, { "叄", ZH_DIGIT, 3, NULL },
  { "四", ZH_DIGIT, 4, NULL }, { "肆", ZH_DIGIT, 4, NULL },
  { "五", ZH_DIGIT, 5, NULL }, { "伍", ZH_DIGIT, 5, NULL },
  { "六", ZH_DIGIT, 6, NULL }, { "陆", ZH_DIGIT, 6, NULL },
  { "陸", ZH_DIGIT, 6, NULL }, { "七", ZH_DIGIT, 7, NULL },
  { "柒", ZH_DIGIT, 7, NULL }, { "八", ZH_DIGIT, 8, NULL },
  { "捌", ZH_DIGIT, 8, NULL }, { "九", ZH_DIGIT, 9, NULL },
  { "玖", ZH_DIGIT, 9, NULL }, { "十", ZH_SMALL, 1, NULL },
  { "拾", ZH_SMALL, 1, NULL }, { "百", ZH_SMALL, 2, NULL },
  { "佰", ZH_SMALL, 2, NULL }, { "千", ZH_SMALL, 3, NULL },
  { "仟", ZH_SMALL, 3, NULL }, { "万", ZH_BIG, 4, NULL },
  { "萬", ZH_BIG, 4, NULL }, { "亿", ZH_BIG, 8, NULL },
  { "億", ZH_BIG, 8, NULL }, { "兆", ZH_BIG, 12, NULL },
  { "廿", ZH_TENS, 20, NULL }, { "卅", ZH_TENS, 30, NULL },
  { "卌", ZH_TENS, 40, NULL },
  { 0 }
};
