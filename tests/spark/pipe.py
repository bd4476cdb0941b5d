"""Runs `makan analyse --jsonl` under Apache Spark's pipe, on this machine, and compares with a direct run.

    pipe.py MAKAN        MAKAN is the program
"""

import json
import os
import random
import subprocess
import sys

from pyspark.sql import SparkSession

ARTICLES = 3000
PLACES = ["تدمر", "السخنة", "القريتين", "كفرنبل", "سراقب", "أريحا", "الباب", "نوى", "الرستن", "خان شيخون", "دوما"]
HAPPENED = ["قصفت المدفعية", "استهدف الطيران الحربي", "دارت اشتباكات في", "انفجرت عبوة ناسفة في"]


def articles():
    """Lines as they come: most are articles, some are broken, and no two have one id."""
    chance = random.Random(11)
    for number in range(ARTICLES):
        if number % 100 == 99:
            yield '{"id": %d, "text": ' % number
            continue
        here, there = chance.sample(PLACES, 2)
        text = f"{chance.choice(HAPPENED)} {here}، على بعد {chance.randint(3, 60)} كم شمال {there}، ومقتل {chance.randint(2, 30)} مدنيين."
        yield json.dumps({"id": number, "text": text, "date": "2016-04-05"}, ensure_ascii=False)


def main(makan):
    lines = list(articles())
    command = [makan, "analyse", "--jsonl"]
    direct = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", check=True)
    expected = direct.stdout.splitlines()
    assert len(expected) == ARTICLES, len(expected)

    spark = (
        SparkSession.builder.master("local[2]")
        .appName("makan")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    # A partition is a run of the program, an empty one too; pipe keeps the order of lines and of partitions.
    partitions = spark.sparkContext.parallelize(lines, 8).union(spark.sparkContext.parallelize([], 1))
    got = partitions.pipe(" ".join(command), env=dict(os.environ), checkCode=True).collect()
    spark.stop()

    differing = [number for number, (one, other) in enumerate(zip(expected, got)) if one != other]
    assert len(got) == ARTICLES and not differing, f"{len(got)} lines, {differing[:5]} differ"
    errors = sum("error" in json.loads(line) for line in got)
    assert errors == ARTICLES // 100, errors
    print(f"{ARTICLES} articles: the same under Spark as in a direct run, {errors} of them with an error in their place")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
