print("baolan")
