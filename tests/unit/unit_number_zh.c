/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of number/: what is recognised in Chinese.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "number_text.h"

static void
numerals (void)
{
  static const struct number_case table[] = {
    { "产钢三千八百三十一吨", "3831 t" },
    { "一千零七十万吨", "10700000 t" },
    { "四万零三百六十八名", "40368 person" },
    { "五万八千零五元", "58005 yuan" },
    { "二千零一十五亿", "201500000000" },
    { "四万万五千万人", "450000000 person" },
    { "一万亿元", "1000000000000 yuan" },
    { "三兆元", "3000000000000 yuan" },
    { "壹佰贰拾叁元", "123 yuan" },
    { "貳仟肆佰萬元", "24000000 yuan" },
    { "廿二万亩", "220000 mu" },
    { "卅二户", "32 household" },
    { "卌八里", "48 li" },
    { "二○一九个", "2019 piece" },
    { "3831吨", "3831 t" },
    { "３８３１吨", "3831 t" },
    { "1,234,567斤", "1234567 jin" },
    { "１，２３４吨", "1234 t" },
    { "11．1％", "11.1 % percent" },
    { "３·５倍", "3.5 x ratio multiple" },
    { "3.5亿斤", "350000000 jin" },
    { "25万6千人", "256000 person" },
    { "二点五亿斤", "250000000 jin" },
    { "二", "2" },
    { "负三十二", "-32" },
    { "-10000", "-10000" },
    { "7万 5千 4百", "75400" },
    { "二百五，", "250" },
    { "零下二十度到", "-20 degree" },
    { "一，二十二。", "1; 22" },
    { "一\n开头", "" },
    { "一百 五 十 二", "152" },
    { "一百零五个师傅，少校六名，", "105 master; 6 major" },
    { "二百个半社会主义的生产合作社", "200 cooperative" },
    { "初步", "" },
    { "八十三点四公里", "83.4 km" },
    { "零点三五吨", "0.35 t" },
    { "三万点零六", "30000.06" },
    { "六 十 点 七", "60.7" },
    { "六十點七", "60.7" },
    { "五千四点二", "5400.2" },
    { "五千零四点二", "5004.2" },
    { "３萬 ８千", "38000" },
    { "長 .75", "0.75" },
    { "-.75", "-0.75" },
    { "见3.4.12节", "3; 4; 12 section" },
    { "30k", "30000" },
    { "3^4，６e－２，3.5e+3", "81; 0.06; 3500" },
    { "3 1/4", "3.25" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
elided (void)
{
  static const struct number_case table[] = {
    { "三万五斤", "35000 jin" },
    { "一千二元", "1200 yuan" },
    { "八百八亩", "880 mu" },
    { "一百零八亩", "108 mu" },
    { "一二零亩", "120 mu" },
    { "百五十万斤", "1500000 jin" },
    { "千五百万元", "15000000 yuan" },
    { "千三斤", "1300 jin" },
    { "万人以上", "10000..- person least" },
    { "百万大军", "1000000 troop" },
    { "一石一斗", "1.1 shi" },
    { "二石二斗", "2.2 shi" },
    { "二千六百六十五元七角", "2665.7 yuan" },
    { "六十八元五角二分", "68.52 yuan" },
    { "一尺五寸", "1.5 chi" },
    { "五吨四降到三吨一", "5.4 t; 3.1 t" },
    { "三斤半", "3.5 jin" },
    { "三天半", "3.5 day" },
    { "一个半人", "1.5 person" },
    { "半个月", "0.5 month" },
    { "半斤", "0.5 jin" },
    { "两年半", "2.5 year" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
approximate (void)
{
  static const struct number_case table[] = {
    { "三四十人", "30..40 person" },
    { "七八千斤", "7000..8000 jin" },
    { "十七八岁", "17..18 age" },
    { "三五个", "3..5 piece" },
    { "一百二三十里", "120..130 li" },
    { "十几万吨", "100000..- t over" },
    { "三十幾萬", "300000..- over" },
    { "六十 余 万", "600000..- over" },
    { "四雙，六對", "4 pair; 6 pair" },
    { "四十几个工厂", "40..- factory over" },
    { "几百人", "200..900 person some" },
    { "数十万斤", "200000..900000 jin some" },
    { "三千二百七十多吨", "3270..- t over" },
    { "二百多万人", "2000000..- person over" },
    { "190多万亩", "1900000..- mu over" },
    { "七万余元以上", "70000..- yuan over" },
    { "一千二百来名", "1200 person about" },
    { "一个多钟头", "1..- hour over" },
    { "一个多月", "1..- month over" },
    { "三元左右", "3 yuan about" },
    { "约三十五公里", "35 km about" },
    { "将近二百个", "-..200 piece near" },
    { "近二百个", "-..200 piece near" },
    { "最近三天", "3 day" },
    { "节约八千吨", "8000 t" },
    { "不到三百斤", "-..300 jin under" },
    { "至少五百人", "500..- person least" },
    { "超过三千元", "3000..- yuan over" },
    { "十五度以下、十六度以上", "-..15 degree most; 16..- degree least" },
    { "三十人以内", "-..30 person most" },
    { "达十五度", "15 degree reach" },
    { "上百人", "100..- person over" },
    { "晚上十人", "10 person" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
ranges (void)
{
  static const struct number_case table[] = {
    { "两万到两万五千个新炉子", "20000..25000 furnace" },
    { "四到六亩", "4..6 mu" },
    { "三至五人", "3..5 person" },
    { "三到四万斤", "30000..40000 jin" },
    { "七、八百斤", "700..800 jin" },
    { "三、四个", "3..4 piece" },
    { "20％—30％", "20..30 % percent" },
    { "百分之八十到九十", "80..90 % percent" },
    { "五～六吨", "5..6 t" },
    { "由三吨到五吨", "3 t; 5 t" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
parts (void)
{
  static const struct number_case table[] = {
    { "百分之八十三点四", "83.4 % percent" },
    { "百分之零点一二", "0.12 % percent" },
    { "百分之八十以上", "80..- % least percent" },
    { "85％左右", "85 % about percent" },
    { "千分之三", "3 ‰ percent" },
    { "万分之五", "5 ‱ percent" },
    { "三分之一", "1/3 fraction" },
    { "四分之三", "0.75 fraction" },
    { "四 分 之 三", "0.75 fraction" },
    { "六又四分之三", "6.75" },
    { "负六又四分之三", "-6.75" },
    { "六百又千分之七", "600.007" },
    { "四百分之六十", "0.15 fraction" },
    { "六成", "60 % percent" },
    { "四成五", "45 % percent" },
    { "一成多", "10..- % over percent" },
    { "九折", "90 % percent" },
    { "九五折", "95 % percent" },
    { "一半在井下", "0.5 fraction" },
    { "增涨二倍", "2 x increase multiple" },
    { "增长到二倍", "2 x ratio multiple" },
    { "是去年的二倍", "2 x ratio multiple" },
    { "提高了两倍多", "2..- x increase,over multiple" },
    { "提高了近两倍", "-..2 x increase,near multiple" },
    { "提高工效三到五倍", "3..5 x increase multiple" },
    { "增加一倍半", "1.5 x increase multiple" },
    { "翻一番", "2 x ratio multiple" },
    { "翻了两番", "4 x ratio multiple" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
dates (void)
{
  static const struct number_case table[] = {
    { "1958年9月5日", "1958-09-05 date" },
    { "一九五八年九月五日", "1958-09-05 date" },
    { "1958-09-05", "1958-09-05 date" },
    { "四四年", "1944 date; or 44 year" },
    { "五六年", "1956 date; or 5..6 year" },
    { "三年", "3 year" },
    { "十三个月", "13 month" },
    { "9、10月份", "--09..--10 date" },
    { "10至12月份", "--10..--12 date" },
    { "1到8月", "--01..--08 date" },
    { "本月上半月", "---01..---15 date" },
    { "4日讯", "---04 date" },
    { "15日到21日", "---15..---21 date" },
    { "九月二十一日到三十日", "--09-21..--09-30 date" },
    { "一九五三年九月二十五日到十月十日", "1953-09-25..1953-10-10 date" },
    { "十月下旬", "--10-21..--10-31 date" },
    { "9月底", "--09-31 date" },
    { "五十年代", "1950..1959 date" },
    { "下午3时30分", "T15:30 time" },
    { "八点半", "T08:30 time" },
    { "二十四小时", "24 hour" },
    { "一月半时间", "1.5 month" },
    { "两月", "2 month" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
ordinals (void)
{
  static const struct number_case table[] = {
    { "第一书记", "1 ordinal" },
    { "第二十一号", "21 ordinal" },
    { "一号高炉", "1 ordinal" },
    { "一零六团", "106 regiment ordinal" },
    { "一区", "1 district ordinal" },
    { "二中全会", "2 session ordinal" },
    { "一营营长", "1 battalion ordinal" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
units (void)
{
  static const struct number_case table[] = {
    { "一公厘", "1 mm" },
    { "九万瓩", "90000 kW" },
    { "一百万度电", "1000000 kWh" },
    { "多发电１１０万度", "1100000 kWh" },
    { "四百二十度", "420 degree" },
    { "四十一亿公方", "4100000000 m3" },
    { "二两", "2 liang" },
    { "两块刀片", "2 blade" },
    { "两个种地组", "2 group" },
    { "作用有二：", "2 function" },
    { "卡车一百九十五辆，", "195 truck" },
    { "一百零五个师傅", "105 master" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

static void
no_quantities (void)
{
  static const struct number_case table[] = {
    { "统一一致一切进一步千方百计万分九江三门峡成绩万马奔腾", "" },
    { "成千上万的人", "1000..- vague" },
    { "一、在法军\n二、在另", "" },
    { "（一）怎样；（二）怎样", "" },
    { "１．长度", "" },
    { "一个多数人", "1 person" },
    { "半社会主义", "" },
    { "平均一万一千斤", "11000 jin" },
    { "?万名学生", "" },
    { "T34坦克", "" },
    { "八路军九三学社", "" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
}

/* COUNT times UNIT, and then TAIL; the caller frees it.  */
static char *
repeated (const char *unit, size_t count, const char *tail)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < count; i++)
    buf_add_string (&out, unit);
  buf_add_string (&out, tail);
  return buf_take (&out);
}

static void
repeated_is (const char *unit, size_t count, const char *tail,
             const char *want)
{
  char *text = repeated (unit, count, tail);
  char *is = number_text ("zh", text, strlen (text));
  CHECK_STRING (is, want);
  free (is);
  free (text);
}

static void
hostile (void)
{
  static const struct number_case table[] = {
    { "零零零个", "0 piece" },
    { "０００吨", "0 t" },
    { "三千\n八百吨", "3800 t" },
    { "一九五八年\n    三百吨", "1958 date; 300 t" },
    { "一亿亿亿亿亿个", "out-of-range piece" },
    { "\xFF\xE4\xB8三\xE5吨", "" },
    { "百分之", "" },
    { "第", "" },
    { "三分之零", "0 fraction" },
    { "零分之三", "out-of-range fraction" },
    { NULL, NULL },
  };
  number_cases ("zh", table);
  repeated_is ("一", 1 << 18, "吨", "out-of-range t");
  repeated_is ("9", 1 << 20, "吨", "out-of-range t");
  repeated_is ("零", 1 << 18, "吨", "0 t");
  repeated_is ("万", 1 << 18, "人", "out-of-range person");
}

/* Many units and connecting words without end take linear time: the test would
   not come back.  */
static void
endless (void)
{
  static const char *const units[]
    = { "十", "一十", "一、", "一到", "百分之", "三石", "第", "约", "半", "几",
        "一年", "1958年1月1日到", "三个人人人", "的", "1,", "1.", "一个", "多", "增长", "三倍" };
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    {
      char *text = repeated (units[i], 100000, "");
      free (number_text ("zh", text, strlen (text)));
      free (text);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "numerals", numerals },       { "elided", elided },
    { "approximate", approximate }, { "ranges", ranges },
    { "parts", parts },             { "dates", dates },
    { "ordinals", ordinals },       { "units", units },
    { "hostile", hostile },         { "no-quantities", no_quantities },
    { "endless", endless },         { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
