import Front

Program.main()
