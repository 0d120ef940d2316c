"""Words that stand around a figure: those that change nothing, and those after which it says something else."""

from crossfoot.figures.letters.words import phrases

# Between a label and its number: "Confirmed cases: at least 12".
LIGHT_BEFORE = phrases(
    "over,more,than,about,some,nearly,almost,around,approximately,approx,roughly,only,just,at,least,most,exactly",
    "a,an,the,total,of,less,fewer,below,under,is,was,are,were,be,been,have,has",
    "plus,moins,de,pres,environ,au,a,un,une,quelque,seulement,est,sont,etait,etaient,soit,s,eleve,elevent",
    "共,约,近,超,过,为,是,达,到,有,计,余,仅,只,至,少,逾,已,了,报,告,共,計,達,約,過,為",
)
# Between a number and what is counted: "2,042 of the cases".
LIGHT_AFTER = phrases(
    "of,the,all,de,des,d,du,les,la,l", "的,个,名,例,次,人,份,封,件,起,户,条,部,台,套,座,处,多,余,個,戶,條,處,餘"
)
# What may stand before a label without belonging to it: "the number of cases".
OPENING = phrases(
    "the,number,of,total,and,nombre,le,la,les,du,de,des,et,l,d,a,in,en,au,aux,nb,no",
    "共,有,和,与,及,的,报,告,其,中,了,计,累,已,全,国,國,與,報,計,市,县,省,区,州",
)
# What may follow what is counted without changing it: "12 cases were reported in Nimba to date".
NEUTRAL = phrases(
    "occurred,documented,observed,survenu,survenus,survenue,survenues,constate,constates,recense,recenses",
    "have,has,had,been,was,were,is,are,reported,recorded,notified,held,received,counted,in,at,from,across,throughout",
    "within,so,far,to,date,total,altogether,overall,on,as,of,by,the,this,a,county,district,province,region,city",
    "country,campaign,here,there,ici,today,now,all,during,for,period",
    "ont,ete,a,est,sont,au,aux,en,dans,de,d,notifie,notifies,notifiee,notifiees,rapporte,rapportes,rapportee,rapportees",
    "enregistre,enregistres,enregistree,enregistrees,signale,signales,signalee,signalees,tenue,tenues,recu,recus",
    "declare,declares,declaree,declarees,tout,ce,jour,prefecture,commune,ville,le,la,les,l,du,pays,cette,periode",
    "已,均,被,报,告,上,报,報",
)
AND = phrases("and,et,ainsi,mais,but,while,with,including,dont,incluant,和,与,及,其,與")
GENERIC = phrases("people,person,individual,personne,case,cas,次,例,人,名,个,起,份,封,件,户,条,部,台,套,座,处,個")
# After these words, in the same clause, a number is a change, a comparison or a part, not the thing itself.
OTHERWISE_BEFORE = phrases(
    "increase,increased,rise,rose,risen,grew,growth,decrease,decreased,fell,fall,drop,dropped,decline,declined",
    "reduction,reduced,compared,versus,vs,against,another,additional,further,each,every,per,up from,down from,by",
    "hausse,augmentation,augmente,baisse,baisse de,diminution,diminue,contre,chaque,supplementaire,par",
    "增加,减少,上升,下降,增长,较,比,每,減少,增長,較",
)
BASE = phrases("of,the,out,among,des,sur,les,de,parmi")
# In the part of a sentence where one of these stands, a number is a wish, or about another time.
OTHERWISE_IN_SENTENCE = phrases(
    "target,goal,planned,plans,projected,forecast,expected,will,would,should,if,previous,previously,yesterday,earlier",
    "last week,last month,last year,last period,next week,next month,next year,a year ago,ago,estimated need",
    "objectif,prevu,prevue,prevoit,cible,hier,semaine derniere,semaine precedente,semaine prochaine,mois dernier",
    "mois precedent,annee derniere,devra,devrait,si",
    "目标,计划,预计,预期,昨日,昨天,上周,上月,去年,上年,明年,下周,下月,将,如果,目標,計劃,預計,上週,將",
)
# After these words a number is of all the time so far, not of one period.
CUMULATIVE = phrases(
    "cumulative,cumulatively,cumulated,since the beginning,since the start,so far,to date,altogether",
    "cumul,cumule,cumules,cumulee,cumulees,cumulatif,cumulatifs,depuis le debut,a ce jour", "累计,累計,迄今",
)
# "12 cases were not confirmed", "no 12 cases": what is denied is not stated.
DENIED = phrases("not,no,never,neither,nor,false,wrong,pas,aucun,aucune,faux,不,未,没,无,非,沒,無")
# A title with one of these words leaves the place that was named above it.
OTHER_PLACES = phrases(
    "other,others,rest,elsewhere,counties,districts,provinces,regions,cities,areas,national,nationwide,country",
    "autre,autres,ailleurs,reste,prefectures,communes,villes,pays,national,nationale", "其他,其它,其余,各地,全国,全國",
)
