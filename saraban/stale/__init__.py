"""Why a paper is made anew: which value, template, font or part of the program is another than at the last build."""
