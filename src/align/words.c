/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are known with no dictionary installed: the commonest words
   that serve, units, months, places and terms of the newspapers of the 1950s.
   Our own list.  */
#include "align/words.h"

#include <string.h>

#include "align/dictionary_maker.h"

struct word
{
  const char *chinese;
  const char *english; /* meanings, set apart by semicolons */
};

static const struct word words[] = {
  /* persons and what points */
  { "我", "I; me; my" }, { "你", "you; your" }, { "您", "you; your" },
  { "他", "he; him; his" }, { "她", "she; her" }, { "它", "it; its" },
  { "我们", "we; our" }, { "我們", "we; our" }, { "你们", "you; your" },
  { "你們", "you; your" }, { "他们", "they; them; their" },
  { "他們", "they; them; their" }, { "她们", "they; their" },
  { "它们", "they; their" }, { "自己", "own; oneself; himself; myself" },
  { "大家", "everyone; everybody" }, { "人们", "people" },
  { "人們", "people" }, { "人", "person; man; people" },
  { "这", "this; these" }, { "這", "this; these" }, { "那", "that; those" },
  { "这些", "these" }, { "這些", "these" }, { "那些", "those" },
  { "这里", "here" }, { "这样", "such; so; this way" },
  { "那里", "there" }, { "那样", "such; like that" },
  { "谁", "who; whom" }, { "誰", "who; whom" }, { "什么", "what" },
  { "什麼", "what" }, { "怎么", "how; why" }, { "怎样", "how" },
  { "为什么", "why" }, { "為什麼", "why" }, { "哪", "which; where" },
  { "哪里", "where" }, { "几", "several; few; how many" },
  { "多少", "how many; how much" }, { "某", "certain; some" },
  { "每", "each; every" }, { "各", "each; every; various" },
  { "各种", "various; all kinds" }, { "其他", "other" }, { "另", "another" },
  { "另外", "another; besides" }, { "一些", "some" }, { "有些", "some" },
  { "许多", "many" }, { "許多", "many" }, { "很多", "many; much" },
  { "所有", "all" }, { "一切", "all; everything" }, { "全", "whole; all" },
  { "全部", "all; entire" }, { "都", "all; both" }, { "一半", "half" },
  { "半", "half" },
  /* joining words */
  { "和", "and" }, { "与", "and; with" }, { "但", "but" },
  { "但是", "but; however" }, { "可是", "but" }, { "然而", "however; yet" },
  { "不过", "but; however" }, { "如果", "if" }, { "要是", "if" },
  { "因为", "because" }, { "因為", "because" }, { "由于", "because; due" },
  { "由於", "because; due" }, { "所以", "so; therefore" },
  { "因此", "therefore; so" }, { "于是", "so; then" }, { "虽然", "although; though" },
  { "雖然", "although; though" }, { "尽管", "although; despite" },
  { "而且", "and; moreover" }, { "并且", "and; moreover" },
  { "或", "or" }, { "或者", "or; perhaps" }, { "还是", "or; still" },
  { "例如", "example; instance" }, { "比如", "example" },
  { "除了", "besides; except" }, { "为了", "order; for" },
  { "关于", "about; concerning" }, { "对于", "regard; for" },
  { "根据", "according; based" }, { "据", "according" },
  { "通过", "through; by" }, { "不但", "not only" }, { "同时", "same time; while; also" },
  /* when */
  { "现在", "now; present" }, { "現在", "now; present" }, { "今天", "today" },
  { "明天", "tomorrow" }, { "昨天", "yesterday" }, { "今年", "this year" },
  { "去年", "last year" }, { "明年", "next year" }, { "每年", "every year; annual" },
  { "年", "year" }, { "月", "month" }, { "日", "day" }, { "天", "day; heaven" },
  { "时候", "when; time" }, { "时", "when; time; hour" }, { "小时", "hour" },
  { "分钟", "minute" }, { "秒", "second" }, { "星期", "week" }, { "周", "week" },
  { "已经", "already" }, { "已經", "already" }, { "曾经", "once" },
  { "正在", "now; being" }, { "将", "will; shall" }, { "以前", "before; ago" },
  { "以后", "after; later" }, { "以後", "after; later" }, { "后来", "later; afterwards" },
  { "然后", "then" }, { "最后", "last; finally" }, { "终于", "finally; at last" },
  { "开始", "begin; start" }, { "開始", "begin; start" }, { "经常", "often" },
  { "常常", "often" }, { "总是", "always" }, { "从来", "always; never" },
  { "再", "again; more" }, { "又", "again" }, { "还", "still; yet; also" },
  { "也", "also; too" }, { "只", "only" }, { "只有", "only" },
  { "早晨", "morning" }, { "早上", "morning" }, { "上午", "morning" },
  { "下午", "afternoon" }, { "晚上", "evening; night" }, { "夜", "night" },
  { "春", "spring" }, { "夏", "summer" }, { "秋", "autumn; fall" },
  { "冬", "winter" }, { "世纪", "century" },
  /* where */
  { "里", "in; inside" }, { "上", "on; up" }, { "下", "under; down" },
  { "前", "before; front" }, { "后", "after; behind" }, { "中", "in; middle; among" },
  { "东", "east" }, { "南", "south" }, { "西", "west" }, { "北", "north" },
  { "附近", "near; nearby" }, { "之间", "between" },
  /* doing and being */
  { "是", "be" }, { "有", "have; there" }, { "没有", "not; no; without" },
  { "不", "not; no" }, { "不是", "not" }, { "没", "not" }, { "能", "can; able" },
  { "能够", "can; able" }, { "可以", "can; may" }, { "可能", "may; possible; perhaps" },
  { "应该", "should; ought" }, { "應該", "should; ought" }, { "必须", "must" },
  { "必須", "must" }, { "要", "want; must; will" }, { "想", "want; think" },
  { "说", "say; speak; tell" }, { "說", "say; speak; tell" }, { "道", "say" },
  { "问", "ask" }, { "答", "answer; reply" }, { "知道", "know" },
  { "认为", "think; believe; consider" }, { "看", "look; see; read" },
  { "看见", "see" }, { "听", "hear; listen" }, { "来", "come" }, { "去", "go" },
  { "到", "to; arrive; reach" }, { "给", "give" }, { "做", "do; make" },
  { "吃", "eat" }, { "走", "walk; go" }, { "成为", "become" },
  { "使", "make; cause" }, { "叫", "call" }, { "用", "use" },
  { "需要", "need" }, { "发展", "develop; development" }, { "提高", "raise; increase; improve" },
  { "增加", "increase" }, { "减少", "reduce; decrease" }, { "超过", "exceed; more than; surpass" },
  { "达到", "reach" }, { "完成", "complete; accomplish; fulfil" },
  { "建设", "build; construction" }, { "建立", "establish; set up" },
  { "组织", "organise; organize; organization" }, { "参加", "participate; join; take part" },
  { "领导", "lead; leadership; leader" }, { "支援", "support; aid" },
  { "学习", "study; learn" }, { "生产", "produce; production" },
  { "劳动", "labour; labor; work" }, { "工作", "work; job" },
  { "很", "very" }, { "非常", "very; extremely" }, { "最", "most" },
  { "更", "more; even" }, { "比", "than; compared" }, { "大", "big; large; great" },
  { "小", "small; little; young" }, { "多", "many; more; much" },
  { "少", "few; less; little" }, { "好", "good; well; better" },
  { "新", "new" }, { "老", "old" }, { "旧", "old" }, { "高", "high; tall" },
  { "长", "long; chief" }, { "第一", "first" }, { "第二", "second" },
  { "第三", "third" }, { "第四", "fourth" }, { "第五", "fifth" },
  { "一", "one; a" }, { "二", "two" }, { "两", "two; both" }, { "三", "three" },
  { "四", "four" }, { "五", "five" }, { "六", "six" }, { "七", "seven" },
  { "八", "eight" }, { "九", "nine" }, { "十", "ten" }, { "百", "hundred" },
  { "千", "thousand" }, { "万", "ten thousand" }, { "亿", "hundred million" },
  { "倍", "times; fold; double" }, { "成", "percent; become" },
  /* units */
  { "斤", "jin; catty" }, { "公斤", "kilogram; kilo" }, { "担", "dan; picul" },
  { "吨", "ton; tonne" }, { "噸", "ton; tonne" }, { "亩", "mu" }, { "畝", "mu" },
  { "公顷", "hectare" }, { "里", "li" }, { "公里", "kilometre; kilometer" },
  { "米", "metre; meter; rice" }, { "公尺", "metre; meter" }, { "尺", "chi; foot" },
  { "丈", "zhang" }, { "元", "yuan" }, { "角", "jiao" }, { "户", "household; family" },
  { "户", "households" }, { "度", "degree" }, { "千瓦", "kilowatt" },
  { "立方米", "cubic metre; cubic meter" }, { "平方公里", "square kilometre; square kilometer" },
  { "岁", "years old; age" }, { "百分之", "percent; per cent" },
  /* months */
  { "一月", "January" }, { "二月", "February" }, { "三月", "March" },
  { "四月", "April" }, { "五月", "May" }, { "六月", "June" }, { "七月", "July" },
  { "八月", "August" }, { "九月", "September" }, { "十月", "October" },
  { "十一月", "November" }, { "十二月", "December" },
  /* places */
  { "中国", "China; Chinese" }, { "中國", "China; Chinese" },
  { "苏联", "Soviet Union" }, { "美国", "United States; America; American" },
  { "英国", "Britain; England; British" }, { "日本", "Japan; Japanese" },
  { "朝鲜", "Korea; Korean" }, { "越南", "Vietnam; Vietnamese" },
  { "北京", "Beijing; Peking" }, { "上海", "Shanghai" }, { "天津", "Tianjin" },
  { "广州", "Guangzhou; Canton" }, { "武汉", "Wuhan" }, { "南京", "Nanjing; Nanking" },
  { "重庆", "Chongqing" }, { "沈阳", "Shenyang" }, { "河北", "Hebei" },
  { "河南", "Henan" }, { "山东", "Shandong" }, { "山西", "Shanxi" },
  { "陕西", "Shaanxi" }, { "甘肃", "Gansu" }, { "四川", "Sichuan" },
  { "云南", "Yunnan" }, { "贵州", "Guizhou" }, { "湖北", "Hubei" },
  { "湖南", "Hunan" }, { "广东", "Guangdong" }, { "广西", "Guangxi" },
  { "江苏", "Jiangsu" }, { "浙江", "Zhejiang" }, { "江西", "Jiangxi" },
  { "福建", "Fujian" }, { "安徽", "Anhui" }, { "辽宁", "Liaoning" },
  { "吉林", "Jilin" }, { "黑龙江", "Heilongjiang" }, { "内蒙古", "Inner Mongolia" },
  { "新疆", "Xinjiang" }, { "西藏", "Tibet" }, { "青海", "Qinghai" },
  { "宁夏", "Ningxia" }, { "台湾", "Taiwan" }, { "长江", "Yangtze" },
  { "黄河", "Yellow River" }, { "省", "province; provincial" }, { "市", "city; municipal" },
  { "县", "county" }, { "縣", "county" }, { "乡", "township; village" },
  { "村", "village" }, { "区", "district; area; region" }, { "全国", "whole country; nation; national" },
  /* terms */
  { "新华社", "Xinhua News Agency" }, { "人民日报", "People's Daily" },
  { "本报", "our newspaper; this newspaper; reported" }, { "记者", "reporter; correspondent" },
  { "报道", "report" }, { "讯", "dispatch; report" }, { "电", "telegram; dispatch; electric" },
  { "人民公社", "People's Commune" }, { "公社", "commune" }, { "合作社", "cooperative" },
  { "农业社", "agricultural cooperative" }, { "社员", "commune member; member" },
  { "大跃进", "Great Leap Forward" }, { "跃进", "leap forward" }, { "党", "Party" },
  { "中共中央", "Central Committee Communist Party" }, { "党委", "Party committee" },
  { "共产党", "Communist Party" }, { "共产主义", "communism; communist" },
  { "社会主义", "socialism; socialist" }, { "毛主席", "Chairman Mao" },
  { "毛泽东", "Mao Zedong" }, { "主席", "chairman" }, { "书记", "secretary" },
  { "干部", "cadre" }, { "群众", "masses" }, { "人民", "people" }, { "农民", "peasant; farmer" },
  { "工人", "worker" }, { "解放军", "Liberation Army" }, { "解放", "liberation; liberate" },
  { "革命", "revolution; revolutionary" }, { "运动", "movement; campaign; sport" },
  { "群众运动", "mass movement" }, { "总路线", "General Line" },
  { "钢", "steel" }, { "铁", "iron" }, { "钢铁", "steel; iron and steel" },
  { "生铁", "pig iron" }, { "煤", "coal" }, { "铜", "copper" }, { "高炉", "blast furnace" },
  { "土炉", "native furnace" }, { "炉", "furnace" }, { "矿", "mine; ore" },
  { "粮食", "grain; food" }, { "小麦", "wheat" }, { "水稻", "rice" }, { "稻", "rice" },
  { "棉花", "cotton" }, { "产量", "output; yield" }, { "亩产", "yield per mu" },
  { "丰收", "harvest; bumper" }, { "水库", "reservoir" }, { "水利", "water conservancy" },
  { "灌溉", "irrigate; irrigation" }, { "肥料", "fertilizer; fertiliser" }, { "积肥", "manure" },
  { "工业", "industry; industrial" }, { "农业", "agriculture; agricultural" },
  { "工厂", "factory" }, { "厂", "factory; plant; mill" }, { "机器", "machine" },
  { "计划", "plan" }, { "技术", "technique; technology; technical" },
  { "卫星", "satellite; sputnik" }, { "食堂", "canteen; mess hall; dining" },
  { "妇女", "women" }, { "青年", "youth; young" }, { "学校", "school" }, { "国家", "state; country; nation" },
  { "政府", "government" }, { "国务院", "State Council" }, { "会议", "meeting; conference" },
};

/* Adds the entries of LINE ("Chinese English; English|...").  */
static void
add_line (struct dictionary_maker *maker, const char *line)
{
  for (const char *bar; *line; line = bar + (*bar == '|'))
    {
      bar = line + strcspn (line, "|");
      size_t word = strcspn (line, " ");
      dictionary_maker_add (maker, line, word, line + word + 1,
                            (size_t) (bar - line) - word - 1);
    }
}

void
words_image (struct buf *image, bool alone)
{
  struct dictionary_maker *maker = dictionary_maker_new ();
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    dictionary_maker_add (maker, words[k].chinese, strlen (words[k].chinese),
                          words[k].english, strlen (words[k].english));
  for (size_t k = 0; alone && words_more[k]; k++)
    add_line (maker, words_more[k]);
  dictionary_maker_image (maker, image);
  dictionary_maker_free (maker);
}
