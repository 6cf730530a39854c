/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often common English words stand in texts of all kinds, and which words
   do not begin or end a term.  Our own list: the bands are rounded estimates
   for written English of the twentieth century.  Words stand in their base
   form; they are compared by their stems.  */
#include "index/common.h"

const struct common_band common_en[] = {
  { 20000, true, "the of and a in to is was it for that on with as he his be at "
                 "by this have from not they are which or had you an were but "
                 "their one all we can her has there been if more when will "
                 "would who so no she about its may its out up them" },
  { 2000, true,
    "what into than then some could time these two him only other do now my "
    "such me over any like our your first new even most made also after must "
    "before through back where much how well down should because each just "
    "those too many very still being here between both under never same "
    "another while last might us off against again own during few three four "
    "five six seven eight nine ten without within once upon every until since "
    "though although however therefore thus hence whether either neither nor "
    "yet already always often sometimes soon later ago early late away across "
    "along among around above below behind beside besides beyond near toward "
    "towards via per except including regarding according due instead rather "
    "quite almost nearly about approximately enough perhaps indeed especially "
    "particularly mainly mostly generally usually only merely simply whole "
    "entire all various several certain many numerous less least further "
    "furthermore moreover meanwhile otherwise accordingly whereas whereby "
    "wherever whenever whatever whoever whom whose why ought shall cannot "
    "could would do does did done having been i am mr mrs ms dr etc eg ie vs "
    "anyone anything everyone everything someone something nothing nobody "
    "none other others another one ones itself himself herself themselves "
    "ourselves yourself myself today yesterday tomorrow now currently "
    "approximate current final general main mere particular recent usual "
    "use used using "
    "recently finally firstly secondly together forward ahead else ever "
    "hundred thousand million billion dozen second third fourth fifth sixth "
    "seventh eighth ninth tenth twenty thirty forty fifty sixty seventy "
    "eighty ninety eleven twelve fifteen half double twice "
    "monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november "
    "december spring summer autumn winter morning afternoon evening "
    "o'clock a.m p.m this that as well still even so yes no not just alone "
    "only able such per upon amid amidst onto "
    "don't doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't "
    "wasn't weren't hasn't haven't hadn't it's that's i'm i've i'll i'd you're "
    "you've you'll we're we've we'll they're they've they'll he'll she'll "
    "there's here's let's" },
  /* What an amount is stated in is no more a term than the number.  */
  { 700, true, "mu jin catty yuan ton kilogram gram cubic kilometer kilometre "
               "meter metre centimeter centimetre millimeter millimetre inch "
               "hectare acre kilowatt percent percentage cent "
               "twofold threefold fourfold fivefold sixfold tenfold" },
  { 700, false,
    "people year way day man world life work part place thing state country "
    "great good small large high long old big little right important public "
    "government number point house hand school group problem fact company "
    "system case water national social local different general political "
    "economic" },
  { 350, false,
    "city town area land home woman child family room side week month hour "
    "night name line end form field head power money order business service "
    "history law party war force army figure result question reason kind "
    "member level rate development production industry product policy "
    "education student university health market paper book word report "
    "office community history body view road study research experience "
    "international human common free open full special major strong low "
    "young early possible better best real true clear short" },
  { 150, false,
    "worker labor labour peasant farmer village county province region "
    "district committee council congress conference meeting assembly minister "
    "president secretary chairman leader leadership department ministry "
    "organization association union plan program project task goal target aim "
    "condition situation period stage method measure means material machine "
    "equipment technology science factory plant mine road railway bridge "
    "building construction agriculture grain crop food cotton rice wheat "
    "fertilizer soil field river mountain sea island weather nation people's "
    "revolution movement campaign struggle victory enemy soldier troops "
    "weapon peace friendship cooperation aid support trade price income "
    "wage cost profit tax bank capital increase decrease growth quality "
    "quantity amount output yield average total "
    "majority mass masses cadre expert teacher doctor engineer technician "
    "youth comrade delegation representative visit speech statement "
    "communist socialist socialism communism imperialism capitalist class "
    "central provincial municipal rural urban agricultural industrial "
    "technical scientific cultural military foreign american chinese soviet "
    "china america japan india france germany britain europe asia africa "
    "beijing peking shanghai news newspaper press agency reporter "
    "correspondent picture photo attached column article letter attitude "
    "spirit thought idea slogan opinion enthusiasm effort achievement "
    "success difficulty shortage natural heavy light advanced basic main key "
    "significant active actively vigorous vigorously broad wide deep rapid "
    "rapidly correct serious urgent necessary primary current present recent "
    "concrete specific relevant respective north south east west northern "
    "southern eastern western" },
  { 0, false, NULL }
};

/* Verbs and adverbs in their base form: a term neither begins nor ends with
   one.  Those that are nouns as often (work, plan, report, support) are not
   here.  */
const char *const common_en_edges[] = {
  "say tell ask speak talk think know believe consider feel see look hear "
  "find get give take make let put bring come go leave arrive return reach "
  "become begin start continue keep remain stay stop finish complete achieve "
  "accomplish fulfill fulfil carry hold set turn send show seem appear happen "
  "occur exist include involve contain consist belong provide supply produce "
  "create build establish develop expand extend increase reduce decrease "
  "raise lower improve strengthen enhance promote push advance accelerate "
  "organize organise mobilize mobilise launch adopt implement apply use "
  "utilize employ combine unite unify concentrate focus emphasize stress "
  "point propose suggest decide determine resolve solve overcome meet "
  "satisfy ensure guarantee require need demand request call urge encourage "
  "help assist enable allow permit prevent avoid protect defend oppose "
  "resist attack defeat destroy win lose gain obtain receive accept reject "
  "refuse grasp seize strive try attempt want wish hope expect intend "
  "participate join attend convene deploy arrange prepare select choose "
  "elect appoint assign train teach learn read write express state announce "
  "declare introduce describe explain discuss criticize criticise praise "
  "welcome celebrate greet thank follow lead direct guide manage handle "
  "deal treat cure collect gather assemble transport move transfer shift "
  "deliver distribute divide separate cut break open close cover fill add "
  "multiply count measure calculate estimate compare exceed surpass overtake "
  "rise fall drop grow live die kill eat drink sleep walk run stand sit lie "
  "fight wait work-out buy sell pay spend save cost owe own possess lack "
  "cause result-in affect influence change transform convert replace revise "
  "adjust amend correct mend repair restore recover maintain preserve "
  "realize realise understand recognize recognise remember forget notice "
  "prove demonstrate indicate reveal reflect represent constitute "
  "contribute devote dedicate serve rely depend base form-up attach engage "
  "popularize popularise publicize spread form able unable available "
  "likely ready willing same such more most less very so as well "
  "immediately quickly continuously successively personally jointly "
  "unanimously resolutely firmly ahead schedule etc",
  NULL
};
